/// Lines with which a page refers to its other pages, names a picture's maker, or asks for a subscription.
enum HTMLCallout {
    /// Whether a short line is such a call and no part of the text. Asked only of pages that are no letters.
    static func isCallout(_ line: String, hasLink: Bool) -> Bool {
        guard line.utf8.count < 400 else { return false }
        let start = String(line.prefix(60).lowercased().drop { !$0.isLetter && $0 != "©" })
        if credits.contains(where: start.hasPrefix) { return line.count < 100 }
        if offers.contains(where: start.hasPrefix) { return line.count < 160 }
        guard hasLink || line.hasSuffix(":") || line.count < 40 else { return false }
        return references.contains(where: start.hasPrefix) && line.count < 200
    }

    private static let credits = [
        "foto:", "fotos:", "photo:", "photos:", "photo by", "photo credit", "image credit", "image:", "bild:",
        "bilder:",
        "bild via", "bildquelle", "titelbild:", "titelfoto:", "beitragsbild", "©", "crédit", "crédits",
        "imagen:",
        "photograph:", "picture:", "zdjęcie:", "fot.", "fuente:", "bildnachweis", "image illustrative",
    ]

    private static let references = [
        "read more", "read also", "also read", "see also", "more on", "related:", "related articles",
        "related posts",
        "you may also", "you might also", "recommended", "lesen sie auch", "lesen sie mehr", "auch lesen",
        "mehr zum thema",
        "mehr themen", "zum thema", "auch interessant", "das könnte sie auch", "weitere beiträge",
        "weitere artikel",
        "weiterlesen", "lire aussi", "à lire aussi", "voir aussi", "sur le même sujet", "vea también",
        "ver también",
        "lea también", "lee también", "le puede interesar", "te puede interesar", "puede interesarle",
        "puedes ver",
        "mira:", "mira también", "temas relacionados", "leggi anche", "zobacz także", "czytaj także",
        "czytaj też",
        "przeczytaj także", "lees ook", "veja também", "leia também", "leia mais", "mehr dazu", "mehr lesen",
        "themen im artikel",
        "más sobre", "siehe auch", "passend dazu",
    ]

    private static let offers = [
        "sign up for", "sign up to", "subscribe to our", "subscribe now", "subscribe to the", "never miss",
        "follow us on",
        "follow the", "join our newsletter", "get our newsletter", "zum newsletter", "jetzt abonnieren",
        "folgen sie uns",
        "like us on", "share this", "suivez-nous", "abonnez-vous", "síguenos", "suscríbete",
        "gefällt ihnen dieser",
        "artikel gefallen", "if you enjoyed", "do you want to be informed", "we want to hear what you think",
        "zapraszamy też do", "lust auf mehr",
    ]
}

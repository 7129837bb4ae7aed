import Correspondence

extension Topic {
    /// The entry of the definition that a role points to, where it is a term.
    func term(of role: PhraseUse.Role) -> Term? {
        switch role {
        case .term(let place): terms[place]
        case .hint(let place): hints[place]
        case .program(let place): programs[place]
        case .identifier(let place): identifiers[place]
        default: nil
        }
    }

    /// What a person calls the entry.
    func name(of role: PhraseUse.Role) -> String {
        switch role {
        case .billTitle(let place): bills[place].titles.first ?? bills[place].ids.first ?? ""
        case .companion(let rule, _): companions[rule].name
        case .negative(let place): negatives[place].phrases.first ?? ""
        case .need(let word): word
        default: term(of: role)?.text ?? ""
        }
    }

    func weight(of role: PhraseUse.Role) -> Double {
        switch role {
        case .billTitle(let place): bills[place].weight
        case .companion(let rule, _): companions[rule].weight
        default: term(of: role)?.weight ?? 0
        }
    }
}

extension PhraseUse.Role {
    /// For rule names: `topic.title-term`.
    var kind: String {
        switch self {
        case .term: "term"
        case .hint: "hint"
        case .program: "program"
        case .billTitle: "bill"
        case .identifier: "identifier"
        case .companion: "companions"
        case .negative: "negative"
        case .need: "need"
        }
    }
}

extension Reading {
    /// The quote of a mention.
    func evidence(_ mention: Mention, rule: String, confidence: Evidence.Confidence) -> Evidence {
        let quoted = quote(mention.range, in: mention.source)
        guard let page = sources[mention.source].page else {
            return Evidence(place: .field, quote: quoted.text, rule: rule, confidence: confidence)
        }
        return Evidence(
            page: page, place: .text, start: quoted.scalars.lowerBound, end: quoted.scalars.upperBound,
            quote: quoted.text, rule: rule, confidence: confidence)
    }
}

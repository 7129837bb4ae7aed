import Markup

/// Whether what a server gave with status 200 is a letter, and in which format. The bytes decide, not what the server
/// calls them.
///
/// - Parameters:
///   - asked: the address that was asked, before redirects.
///   - wantsPDF: the list says that a PDF is there.
/// - Throws: the `Refusal` that says why it is none.
func judge(
    _ response: HTTPResponse, asked: WebAddress, wantsPDF: Bool = false
) throws(Refusal) -> FileKind {
    if let sign = challengeSign(in: response) { throw .challenge(sign) }
    let kind = FileKind(response.body)
    if kind == .empty { throw .empty }
    guard kind.mayBeLetter else { throw .format(kind) }
    guard kind == .html else { return kind }
    let page: PageText
    do { page = try PageText(response.body) } catch { throw .format(.binary) }
    try judge(page, of: response, asked: asked)
    if wantsPDF || asked.path.lowercased().hasSuffix(".pdf") { throw .pageForPDF }
    return kind
}

/// What sort of page an answer with another status than 200 gives, where that says more than the status.
func refusal(of response: HTTPResponse) -> Refusal {
    if let sign = challengeSign(in: response) { return .challenge(sign) }
    if response.status == 401 || response.status == 407 { return .login }
    guard FileKind(response.body) == .html else { return .status(response.status) }
    do {
        let page = try PageText(response.body)
        if let sign = page.challengeSign { return .challenge(sign) }
    } catch {
        return .status(response.status)
    }
    return .status(response.status)
}

/// What says that a page stands in a list's place; nil where it seems to be the list.
func challenge(in response: HTTPResponse) -> String? {
    if let sign = challengeSign(in: response) { return sign }
    do { return try PageText(response.body).challengeSign } catch { return nil }
}

private func judge(_ page: PageText, of response: HTTPResponse, asked: WebAddress) throws(Refusal) {
    if let sign = page.challengeSign { throw .challenge(sign) }
    if page.hasPasswordField, !page.hasProse || page.title.begins(with: signInTitles) { throw .login }
    if !page.hasProse,
        page.title.begins(with: signInTitles) || response.address.path.lowercased().holds(signInPaths)
    {
        throw .login
    }
    let name = page.title.isEmpty ? page.heading : page.title
    for text in [page.title, page.heading]
    where page.words.count < 250 && text.count < 90 && text.holds(missingTitles) {
        throw .notFound(String(text.prefix(60)))
    }
    for text in [page.title, page.heading]
    where page.words.count < 250 && text.count < 90 && text.holds(failureTitles) {
        throw .failure(String(text.prefix(60)))
    }
    if page.words.count < 120, page.whole.holds(missingSentences) { throw .notFound(String(name.prefix(60))) }
    if response.address.path.lowercased().holds(missingPaths), !asked.path.lowercased().holds(missingPaths) {
        throw .notFound(response.address.path)
    }
    let isFront = ["/", "/index.html", "/home", "/default.aspx"].contains(response.address.path.lowercased())
    if isFront, asked.path.count > 1, response.address.path != asked.path { throw .elsewhere }
}

/// Signs that stand in the headers or in the scripts of services that sit before a site.
private func challengeSign(in response: HTTPResponse) -> String? {
    if response["cf-mitigated"]?.lowercased() == "challenge" { return "cf-mitigated" }
    if let action = response["x-amzn-waf-action"] { return "x-amzn-waf-action: \(action.prefix(20))" }
    // Real pages carry such scripts too; a challenge carries hardly anything else.
    guard response.body.count < 200_000 else { return nil }
    let head = String(decoding: response.body.prefix(40_000), as: UTF8.self).lowercased()
    guard head.contains("<"), let sign = challengeScripts.first(where: head.contains) else { return nil }
    do {
        return try PageText(response.body).words.count < 60 ? sign : nil
    } catch {
        return nil
    }
}

private let challengeScripts = [
    "/cdn-cgi/challenge-platform/", "_incapsula_resource", "px-captcha", "captcha-delivery.com",
    "awswafcookiedomainlist",
    "gokuprops", "window._cf_chl_opt", "/_sec/cp_challenge", "ddos-guard", "sucuri_cloudproxy_js",
    "bot-detection-challenge",
]

extension PageText {
    /// What says that the server asks for a person; nil where the page has text enough to be a letter.
    var challengeSign: String? {
        guard words.count < 200 else { return nil }
        if title.begins(with: challengeTitles) { return String(title.prefix(60)) }
        if heading.begins(with: challengeTitles) { return String(heading.prefix(60)) }
        return words.count < 150 ? challengeSentences.first(where: whole.contains) : nil
    }
}

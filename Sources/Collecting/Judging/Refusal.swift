/// Why what a server gave is no letter. Nothing of it is kept but this.
enum Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    case empty
    /// A format in which no letter comes.
    case format(FileKind)
    /// A PDF was asked for, a page came.
    case pageForPDF
    /// The server wants to know whether a person asks; the sign that says so.
    case challenge(String)
    case login
    /// The page says that there is none, with status 200.
    case notFound(String)
    /// The page says that something went wrong.
    case failure(String)
    /// Another page than the one asked for: the site's front page.
    case elsewhere
    case status(Int)

    var description: String {
        switch self {
        case .empty: "the answer is empty"
        case .format(let kind): "is \(kind.words), not a letter"
        case .pageForPDF: "a web page came where a PDF was asked for"
        case .challenge(let sign):
            "a page that asks whether a person is there (\(sign)): ask the site's owner to let letterbook in"
        case .login:
            "a login form: letterbook has no password; get the letter by hand, 'letterbook add' takes it"
        case .notFound(let sign): "a page that says there is no such letter (\(sign)), though with status 200"
        case .failure(let sign): "an error page (\(sign)), though with status 200"
        case .elsewhere: "redirected to the site's front page, as sites do where a letter is gone"
        case .status(let status): "status \(status)"
        }
    }

    /// In one word, for counting and scripts.
    var code: String {
        switch self {
        case .empty: "empty"
        case .format: "format"
        case .pageForPDF: "page-for-pdf"
        case .challenge: "challenge"
        case .login: "login"
        case .notFound: "not-found"
        case .failure: "error-page"
        case .elsewhere: "elsewhere"
        case .status: "status"
        }
    }
}

import Testing

@testable import Collecting

@Suite("What is no letter")
struct JudgeTests {
    private let asked = "https://example.org/letters/nurses"

    private func page(_ title: String, _ body: String) -> String {
        "<!DOCTYPE html><html><head><title>\(title)</title></head><body>\(body)</body></html>"
    }

    private var prose: String {
        "<p>"
            + String(
                repeating: "The Council urges the agency to extend the rule for rural clinics. ", count: 40)
            + "</p>"
    }

    /// The code of the refusal; the format where it is a letter.
    private func verdict(
        _ body: String, headers: [String: String] = [:], asked: String? = nil, final: String? = nil,
        wantsPDF: Bool = false
    ) throws -> String {
        let address = try WebAddress(asked ?? self.asked)
        var response = HTTPResponse(address: try final.map(WebAddress.init) ?? address, status: 200)
        response.headers = headers.map { HTTPResponse.Header(name: $0.key, value: $0.value) }
        response.body = Array(body.utf8)
        do {
            return try judge(response, asked: address, wantsPDF: wantsPDF).rawValue
        } catch {
            return error.code
        }
    }

    @Test("A page with a letter's text is one, and so is a PDF, whatever the server calls it")
    func letters() throws {
        #expect(try verdict(page("Letter on nurses", prose)) == "html")
        #expect(try verdict("%PDF-1.7\n…", headers: ["content-type": "text/html"]) == "pdf")
        #expect(try verdict("March 3, 2020\n\nDear Administrator:\n") == "txt")
        #expect(
            try verdict("From: a@example.org\nDate: Mon, 2 Mar 2020\nSubject: x\nTo: b@example.org\n\nHi")
                == "eml")
    }

    @Test("A letter may be about what challenges and error pages say")
    func subjects() throws {
        #expect(try verdict(page("Access denied: how prior authorization fails patients", prose)) == "html")
        #expect(try verdict(page("404 days without a rule", "<h1>404 days</h1>" + prose)) == "html")
        #expect(try verdict(page("Letter", prose + "<form><input type=password></form>")) == "html")
    }

    @Test(
        "A page that asks for a person is known by several signs",
        arguments: [
            ("Just a moment...", "<p>Enable JavaScript</p>"), ("Access Denied", "<p>Reference #18.2f</p>"),
            ("", "<h1>Pardon Our Interruption</h1>"),
            ("Example", "<p>Please verify you are human to go on.</p>"),
            ("example.org", "<div id=px-captcha></div>"),
            (
                "",
                "<iframe src='/_Incapsula_Resource?x=1'>Request unsuccessful. Incapsula incident ID: 1</iframe>"
            ),
            ("Request Rejected", "The requested URL was rejected. Your support ID is: 12"),
        ])
    func challenges(_ title: String, _ body: String) throws {
        #expect(try verdict(page(title, body)) == "challenge")
    }

    @Test("A page that stands in one form as a whole is read like any other")
    func wholeForm() throws {
        let widget = "<input type=password name=p>"
        #expect(try verdict(page("Letter", "<form id=aspnetForm>\(widget)\(prose)</form>")) == "html")
    }

    @Test("A header can say so too")
    func challengeHeader() throws {
        #expect(try verdict(page("x", prose), headers: ["cf-mitigated": "challenge"]) == "challenge")
    }

    @Test("A letter's page that carries a site's protection script is still one")
    func protectedLetter() throws {
        let script = "<script src='/cdn-cgi/challenge-platform/x.js'></script>"
        #expect(try verdict(page("Letter", prose + script)) == "html")
    }

    @Test("A login form is none")
    func login() throws {
        let form = "<form><input name=u><input type='password' name=p></form>"
        #expect(try verdict(page("Members", form)) == "login")
        #expect(
            try verdict(page("Welcome", "<p>Hello</p>"), final: "https://example.org/sso/start") == "login")
    }

    @Test("A soft 404 is none, by its title, its words or its address")
    func soft404() throws {
        #expect(try verdict(page("Page Not Found | Example", "<p>Try the search.</p>")) == "not-found")
        #expect(
            try verdict(page("Example", "<p>Sorry, the page you requested could not be found.</p>"))
                == "not-found")
        #expect(
            try verdict(page("Example", "<p>Sorry.</p>"), final: "https://example.org/404.html")
                == "not-found")
        #expect(try verdict(page("Example", "<p>Welcome!</p>"), final: "https://example.org/") == "elsewhere")
    }

    @Test("An error page with status 200 is none")
    func errorPage() throws {
        #expect(
            try verdict(page("Runtime Error", "<h1>Server Error in '/' Application.</h1>")) == "error-page")
    }

    @Test("A page in place of a PDF, an empty answer and formats of no letter are none")
    func formats() throws {
        #expect(try verdict(page("Letter", prose), asked: "https://example.org/a.PDF") == "page-for-pdf")
        #expect(try verdict(page("Letter", prose), wantsPDF: true) == "page-for-pdf")
        #expect(try verdict(" \n") == "empty")
        #expect(try verdict("{\"error\": \"no\"}") == "format")
        #expect(try verdict("GIF89a…") == "format")
    }

    @Test("A status says more with the page that came with it")
    func statuses() throws {
        var response = HTTPResponse(address: try WebAddress(asked), status: 403)
        response.body = Array(page("Attention Required!", "<p>Ray ID</p>").utf8)
        #expect(refusal(of: response).code == "challenge")
        response.status = 401
        response.body = []
        #expect(refusal(of: response) == .login)
        response.status = 403
        #expect(refusal(of: response) == .status(403))
    }
}

@Suite("The print of a text")
struct TextPrintTests {
    private func print(_ body: String, head: String = "", day: String = "2026-11-21") -> String? {
        let prose = String(repeating: "The Council urges the agency to act. ", count: 8)
        let page = "<html><head>\(head)</head><body><nav>Home</nav><p>\(prose)</p>\(body)</body></html>"
        return textPrint(of: Array(page.utf8), kind: .html, day: day)
    }

    @Test("stays the same while markup, scripts, tokens and the time of rendering change")
    func churn() {
        let plain = print("<p>Sincerely</p>")
        #expect(plain != nil)
        #expect(print("<div class=x><p>  Sincerely\n</p></div>", head: "<meta name=csrf content=1>") == plain)
        #expect(print("<p>Sincerely</p><script>var t = '8f3a'</script><footer>© 2026</footer>") == plain)
        #expect(print("<p>Sincerely</p><p>10:04:59 8f3a9c20d4e5b6a7c8d9e0f1</p>") == plain)
        #expect(print("<p>November 21, 2026 Sincerely</p><p>21 Nov 2026</p><p>2026-11-21</p>") == plain)
    }

    @Test("changes with the words, and with a date that is not the day of the visit")
    func changes() {
        #expect(print("<p>Sincerely</p>") != print("<p>Yours</p>"))
        #expect(print("<p>March 3, 2020</p>") != print("<p>March 4, 2020</p>"))
        #expect(print("<p>at 21 sites</p>") != print("<p>at sites</p>"))
    }

    @Test("of a PDF leaves out its identifiers and the dates of its making, nothing else")
    func pdf() {
        func print(_ text: String) -> String? {
            textPrint(of: Array(text.utf8), kind: .pdf, day: "2026-11-21")
        }
        let first = print("%PDF-1.4 /CreationDate (D:20200101) x /ID [<aa> <bb>] /ModDate(D:1) end")
        #expect(first != nil)
        #expect(print("%PDF-1.4 /CreationDate (D:20210202) x /ID [<cc> <dd>] /ModDate(D:2) end") == first)
        #expect(print("%PDF-1.4 /CreationDate (D:20200101) y /ID [<aa> <bb>] /ModDate(D:1) end") != first)
        #expect(print("%PDF-1.4 nothing of the kind") == nil)
    }
}

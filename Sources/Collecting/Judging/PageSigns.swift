/// Words by which pages that are no letters show what they are, in lower case. A page is judged by them only where it
/// has little text: a letter may well be about access denied.
let challengeTitles = [
    "just a moment", "attention required", "access denied", "access to this page has been denied",
    "please wait",
    "one moment", "are you a human", "are you human", "are you a robot", "security check",
    "human verification",
    "bot verification", "verify you are", "verifying you are", "pardon our interruption", "request rejected",
    "request blocked", "request unsuccessful", "the request could not be satisfied", "ddos protection",
    "checking your browser", "you have been blocked", "robot check", "captcha", "client challenge",
    "forbidden", "403",
    "unauthorized activity", "suspicious activity",
]

let challengeSentences = [
    "enable javascript and cookies to continue", "please enable cookies", "verify you are human",
    "verify that you are human", "verify you are not a bot", "checking your browser",
    "checking if the site connection",
    "unusual traffic from your", "automated access to", "you are not a robot", "complete the security check",
    "press & hold to confirm", "your request has been blocked", "your access to this site has been limited",
    "the requested url was rejected", "request unsuccessful. incapsula", "your support id is",
    "please stand by, while",
    "this process is automatic. your browser will redirect",
]

let signInTitles = [
    "sign in", "log in", "login", "signin", "log on", "member login", "members only", "single sign-on",
]

let signInPaths = [
    "/login", "/signin", "/sign-in", "/log-in", "/sso/", "/saml/", "/account/logon", "/oauth2/authorize",
]

let missingTitles = [
    "page not found", "not found", "404", "page unavailable", "page cannot be found", "page can't be found",
    "page can’t be found", "cannot be found", "could not be found", "couldn't be found", "couldn’t be found",
    "does not exist", "doesn't exist", "doesn’t exist", "no longer available", "page no longer",
    "page is missing",
    "page missing", "oops",
]

let missingSentences = [
    "page you requested could not be found", "page you requested cannot be found", "page you are looking for",
    "page you were looking for", "page you're looking for", "page you’re looking for",
    "the page cannot be found",
    "the requested page could not be found", "document you requested is no longer available",
    "the requested document was not found", "this content is no longer available",
    "file you requested was not found",
]

let missingPaths = [
    "/404", "/notfound", "/not-found", "/page-not-found", "/pagenotfound", "/error", "/errors/",
]

let failureTitles = [
    "internal server error", "service unavailable", "bad gateway", "gateway timeout", "gateway time-out",
    "server error", "site maintenance", "under maintenance", "down for maintenance", "scheduled maintenance",
    "temporarily unavailable", "application error", "runtime error", "an error occurred",
    "an error has occurred",
    "something went wrong", "error 500", "error 502", "error 503", "500 error", "503 error",
    "unexpected error",
]

extension String {
    /// Whether one of some words stands in it.
    func holds(_ words: [String]) -> Bool { words.contains(where: contains) }

    /// Whether it begins with one of some words.
    func begins(with words: [String]) -> Bool { words.contains(where: hasPrefix) }
}

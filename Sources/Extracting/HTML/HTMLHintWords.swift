/// The words that authors use for the parts of a page. Grouped by what they mean; none belongs to one site.
enum HTMLHintWords {
    /// Splits `td-postContent_main` into `td`, `post`, `content`, `main`.
    static func words(in token: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        var current: [UInt8] = []
        var wasLower = false
        func close() {
            if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
            current.removeAll(keepingCapacity: true)
        }
        for byte in token {
            let isUpper = byte >= 0x41 && byte <= 0x5A
            let isLetter = isUpper || (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80
            if !isLetter || (isUpper && wasLower) { close() }
            if isLetter { current.append(isUpper ? byte | 0x20 : byte) }
            wasLower = isLetter && !isUpper
        }
        close()
        return words
    }

    static func hints(ofToken words: [String]) -> HTMLHints {
        var hints: HTMLHints = []
        // `has-sidebar` and `no-nav` speak of something else on the page.
        guard words.isEmpty || !relations.contains(words[0]) else { return [] }
        for word in words { hints.formUnion(single[word] ?? []) }
        for (first, second) in zip(words, words.dropFirst()) {
            hints.formUnion(pairs[first + second] ?? [])
        }
        if words.count == 1, let only = words.first { hints.formUnion(alone[only] ?? []) }
        if let first = words.first { hints.formUnion(leading[first] ?? []) }
        return hints
    }

    private static let relations: Set<String> = ["has", "have", "with", "no", "without", "is", "js"]

    static let roles: [String: HTMLHints] = [
        "navigation": .navigation, "contentinfo": .footer, "banner": .header, "complementary": .sidebar,
        "search": .furniture, "article": .body3, "main": .body4, "dialog": .consent, "alertdialog": .consent,
        "tabpanel": .panel, "menu": .navigation, "menubar": .navigation, "toolbar": .furniture,
        "tablist": .furniture,
    ]

    private static func table(_ groups: [(HTMLHints, String)]) -> [String: HTMLHints] {
        var table: [String: HTMLHints] = [:]
        for (hint, words) in groups {
            for word in words.split(separator: " ") { table[String(word), default: []].formUnion(hint) }
        }
        return table
    }

    /// A word anywhere in a name.
    private static let single: [String: HTMLHints] = table([
        (
            .navigation,
            "toc nav navi navigation navbar navbox subnav topnav sitenav mainnav navmenu navlinks menu menus"
                + " submenu menubar megamenu breadcrumb breadcrumbs crumbs crumb pager paginator pagination"
                + " paginate topbar bottombar skiplink skiplinks sitemap"
        ),
        (.footer, "footer foot footers pagefooter colophon copyright"),
        (.header, "masthead siteheader pageheader"),
        (.sidebar, "sidebar sidebars sidebox sidenav rightrail leftrail rightcol leftbar rightbar"),
        (
            .sharing,
            "share shares sharing sharebar sharebuttons sharethis addthis addtoany sharedaddy shareaholic social"
                + " socials socialmedia socialbar socialshare sociable viral tweet tweets instagram followus followbutton"
        ),
        (
            .subscription,
            "newsletter newsletters syndication subscribe subscription mailinglist signup mailchimp"
        ),
        (.consent, "cookie cookies consent gdpr modal popup lightbox permission cookiebar"),
        (.keywords, "tags taglist tagcloud tagged keywords"),
        (
            .related,
            "related relatedposts relatedlinks relatedarticles relatedcontent recommended recommendation recommendations"
                + " trending mostread mostpopular jp-relatedposts readnext upnext crosslinks crosslink"
        ),
        (
            .advert,
            "ad ads advert adverts advertisement advertising adsense adslot adunit adbox sponsor sponsored sponsors"
                + " outbrain taboola criteo dfp promo promos promotion promobox dfpad"
        ),
        (
            .byline,
            "author authors autor autoren auteur autores byline bylines authorbox authorinfo authorbio"
        ),
        (
            .furniture,
            "meta postmeta postmetadata metadata rating ratings banner banners widget widgets toolbar buttons button btn"
                + " timestamp overlay viewport carousel slider slideshow slide attachment embed embedded"
                + " userinfo loginbox login searchform searchbox printonly expand obfuscated blurred"
        ),
        (
            .comments,
            "comments commentlist disqus commentform comment respond reader-comments livefyre nocomments"
        ),
        (.hidden, "noprint sronly notloaded"),
        (.teaser, "teaser teasers"),
        (
            .panel,
            "accordion accordions collapse collapsible tabpanel tabpanels tabcontent tabpane faq faqs toggle"
        ),
        (
            .caption,
            "caption captions wpcaption imagecaption imgcaption imagedescription credits credit photocredit"
        ),
        (.footnote, "footnote footnotes endnote endnotes references"),
        (
            .date,
            "date dates pubdate published publish publication posted dateline datum fecha time created"
                + " lastmod lastmodified modified postdate entrydate updated update modified datetime fecha tempo"
        ),
        (.title, "title headline"),
        (
            .body1,
            "articlebody postcontent entrycontent articlecontent articletext posttext postbody storybody"
        ),
    ])

    /// Two words, one after the other in one name.
    private static let pairs: [String: HTMLHints] = table([
        (
            .body1,
            "entrycontent articlecontent artcontent articlebody bodytext posttext postbody postentry postcontent"
                + " articletext textcontent pagecontent storycontent storybody storytext contenttext newscontent"
                + " newstext newsbody textbody"
        ),
        (
            .body3,
            "themecontent blogcontent sectioncontent singlecontent singlepost maincolumn textcolumn"
                + " fieldbody postbodycopy"
        ),
        (.body4, "contentmain maincontent contentbody maintext contentwrapper contentarea"),
        (
            .related,
            "nextpost prevpost nextarticle mostpopular mostread morestories topstories alsolike readmore"
                + " youmay otherarticles morefrom seealso similarposts latestposts latestnews recentposts"
        ),
        (.furniture, "userprofile articleinfos entryfooter postinfo messagecontainer"),
        (.hidden, "screenreader visuallyhidden sronly hideprint printhide"),
        (.sidebar, "sidebar rightrail leftrail rightcolumn leftcolumn asidecontent"),
        (.header, "siteheader pageheader mainheader"),
        (.advert, "paidcontent"),
        (.comments, "commentlist"),
    ])

    /// A name that is this one word.
    private static let alone: [String: HTMLHints] = table([
        (.body1, "post entry article articlecontent"),
        (.body3, "story text postarea fulltext primary"),
        (.body4, "content main maincontent"),
        (.header, "header top banner"),
        (.sidebar, "aside rail secondary"),
        (.hidden, "hidden hide invisible"),
    ])

    /// A name that begins with this word.
    private static let leading: [String: HTMLHints] = table([
        (.body4, "main"),
        (.comments, "reply"),
    ])
}

/// The elements that Letterbook tells apart; every other one is `unknown`.
public enum HTMLTag: UInt8, Sendable, Hashable, CaseIterable {
    case unknown, text
    case html, head, body, title, meta, link, base, style, script, noscript, template
    case header, footer, nav, aside, main, article, section, div, center, form, fieldset
    case p, br, hr, h1, h2, h3, h4, h5, h6, hgroup, address, blockquote, q, pre, code
    case ul, ol, li, dl, dt, dd, menu, dir
    case table, caption, thead, tbody, tfoot, tr, td, th, colgroup, col
    case a, abbr, acronym, b, strong, i, em, u, s, strike, del, ins, sub, sup, small, big, font, span
    case cite, mark, time, tt, kbd, samp, `var`, wbr, bdo, bdi, nobr, dfn, data, label, legend
    case figure, figcaption, picture, img, svg, math, video, audio, source, track, canvas, map, area
    case iframe, frame, frameset, noframes, object, embed, applet, param
    case input, button, select, option, optgroup, textarea, datalist, output, progress, meter
    case details, summary, dialog, ruby, rb, rt, rp, rtc, marquee, noindex, slot

    /// 1 to 6 for `h1` to `h6`.
    public var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}

/// The attributes that are kept; every other one is left out of the document.
public enum HTMLAttribute: UInt8, Sendable, Hashable, CaseIterable {
    case id, `class`, role, style, hidden, href, rel, src, alt, title, name, property, content
    case itemprop, itemtype, itemscope, lang, datetime, pubdate, charset, type, value, start, colspan
    case rowspan, rev, cite, open
    case httpEquiv, xmlLang, ariaHidden, ariaLabel, ariaLabelledBy, dataComponent, dataTestID, dataUTime

    /// As written in HTML.
    public var spelling: String {
        switch self {
        case .httpEquiv: "http-equiv"
        case .xmlLang: "xml:lang"
        case .ariaHidden: "aria-hidden"
        case .ariaLabel: "aria-label"
        case .ariaLabelledBy: "aria-labelledby"
        case .dataComponent: "data-component"
        case .dataTestID: "data-testid"
        case .dataUTime: "data-utime"
        default: "\(self)"
        }
    }
}

import Markup

extension WordStory {
    /// Reads what stands inside a paragraph.
    mutating func readInline(_ container: Int, run: inout WordRun) {
        for node in document.children(container) {
            switch document.name(node) {
            case "r": readRun(node, run: &run)
            case "del", "moveFrom": context.hasTrackedChanges = true
            case "ins", "moveTo":
                context.hasTrackedChanges = true
                readInline(node, run: &run)
            case "hyperlink":
                addLink(node)
                readInline(node, run: &run)
            case "pPr", "rPr", "sdtPr", "txbxContent", "rt", "Fallback": break
            case "t": write(document.allText(node), run)
            default: readInline(node, run: &run)
            }
        }
    }

    private mutating func readRun(_ node: Int, run: inout WordRun) {
        var own = run
        if let properties = document.child("rPr", of: node) {
            if WordStyles.isOn("vanish", in: properties, of: document) == true { return }
            own.isBold = WordStyles.isOn("b", in: properties, of: document) ?? own.isBold
            own.isItalic = WordStyles.isOn("i", in: properties, of: document) ?? own.isItalic
        }
        for child in document.children(node) { readPiece(child, run: &own) }
        run.instructions = own.instructions
    }

    private mutating func readPiece(_ node: Int, run: inout WordRun) {
        switch document.name(node) {
        case "t": write(document.allText(node), run)
        case "tab", "ptab": write(" ", run)
        case "noBreakHyphen": write("-", run)
        case "sym": write(symbol(node), run)
        case "cr": writer.breakLine()
        case "br":
            document.attribute("type", of: node) == "page" ? writer.breakPage() : writer.breakLine()
        case "lastRenderedPageBreak": writer.breakPage()
        case "footnoteReference": refer(node, isEndnote: false)
        case "endnoteReference": refer(node, isEndnote: true)
        case "fldChar": field(node, run: &run)
        case "rPr", "instrText", "delText", "txbxContent", "rt", "Fallback": break
        default: readInline(node, run: &run)
        }
    }

    private mutating func write(_ text: String, _ run: WordRun) {
        guard !run.instructions.contains(true) else { return }
        writer.write(text, isBold: run.isBold, isItalic: run.isItalic)
    }

    /// A field's instruction stands between its beginning and its separator, its result behind that.
    private func field(_ node: Int, run: inout WordRun) {
        switch document.attribute("fldCharType", of: node) {
        case "begin": run.instructions.append(true)
        case "separate":
            if !run.instructions.isEmpty { run.instructions[run.instructions.count - 1] = false }
        case "end": _ = run.instructions.popLast()
        default: break
        }
    }

    private mutating func refer(_ node: Int, isEndnote: Bool) {
        guard let id = document.attribute("id", of: node) else { return }
        if isEndnote { context.endnotes += 1 } else { context.notes += 1 }
        let mark =
            isEndnote ? WordNumbering.number(context.endnotes, as: "lowerRoman") : "\(context.notes)"
        writer.note(WordNote(id: id, isEndnote: isEndnote, mark: "[\(mark)]"))
    }

    private func symbol(_ node: Int) -> String {
        let code = document.attribute("char", of: node).flatMap { UInt32($0, radix: 16) }
        return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }

    private mutating func addLink(_ node: Int) {
        guard let id = document.attribute("id", of: node), let found = relationships[id],
            found.isExternal
        else { return }
        guard let link = HTMLLinkFinder.absolute(found.target, address: nil),
            !context.links.contains(link)
        else { return }
        context.links.append(link)
    }
}

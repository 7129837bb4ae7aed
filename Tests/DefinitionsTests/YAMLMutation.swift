import Dice

/// Ways in which a definition file goes wrong: by a slip, a broken disk or on purpose.
enum YAMLMutation: CaseIterable {
    case flippedByte, lostByte, invalidUTF8, control, lostLine, doubledLine, indentedLine, tabbedLine,
        renamedKey
    case doubledKey, wrongValue, hugeNumber, longScalar, deepFlow, deepBlock, tag, anchors, mergeKey, bomb,
        keyBomb
    case aliasChain, documents, lineEnds, cut

    func apply(to file: [UInt8], _ dice: inout Dice) -> [UInt8] {
        let place = dice.roll(file.count + 1)
        switch self {
        case .flippedByte:
            guard place < file.count else { return file }
            var file = file
            file[place] ^= UInt8(1 << dice.roll(8))
            return file
        case .lostByte: return Array(file.prefix(place) + file.dropFirst(place + 1))
        case .cut: return Array(file.prefix(place))
        case .invalidUTF8:
            return Self.put(
                dice.pick([[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82]]), at: place, in: file)
        case .control:
            let controls = [
                "\0", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "\u{202E}", "\r",
                "\u{C}",
            ]
            return Self.put(Array(dice.pick(controls).utf8), at: place, in: file)
        case .lineEnds:
            return file.flatMap { $0 == 0x0A ? dice.pick([[0x0D, 0x0A], [0x0D], [0x0A]]) : [$0] }
        default: return line(of: file, &dice)
        }
    }

    private func line(of file: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var lines = String(decoding: file, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map(String.init)
        let place = dice.roll(lines.count)
        let line = lines[place]
        switch self {
        case .lostLine: lines.remove(at: place)
        case .doubledLine: lines.insert(line, at: place)
        case .indentedLine: lines[place] = String(repeating: " ", count: 1 + dice.roll(4)) + line
        case .tabbedLine: lines[place] = "\t" + line
        case .documents: lines.insert(dice.pick(["---", "...", "%YAML 9.9", "%TAG ! x"]), at: place)
        case .renamedKey:
            lines[place] = Self.renamed(line, to: dice.pick([dice.text(), "? [a]", "~", "", "<<"]))
        case .doubledKey: lines.insert(Self.valued(line, dice.text()), at: place)
        default: lines[place] = Self.valued(line, value(&dice))
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// What comes to stand behind a key or a hyphen.
    private func value(_ dice: inout Dice) -> String {
        let many = 1 + dice.roll(dice.pick([3, 300, 5_000]))
        switch self {
        case .wrongValue:
            return dice.pick([
                "", "~", "[]", "{}", "[[], {}]", "{a: b}", "-", "yes", "'", "\"", "|", dice.text(),
            ])
        case .hugeNumber:
            return dice.pick(["1e999", "-9223372036854775809", "nan", "0x7fffffffffffffffff", "1_0", "-0"])
        case .longScalar:
            return "\""
                + String(repeating: dice.pick(["a", "a ", "\\n", "ß", "\\U0001F600"]), count: many * 10)
                + "\""
        case .deepFlow: return String(repeating: dice.pick(["[", "{a: ", "[{", "? "]), count: many)
        case .deepBlock: return "\n" + String(repeating: "- ", count: many) + "x"
        case .tag:
            return dice.pick([
                "!!binary", "!!int", "!", "!<tag:x,2000:y>", "!!python/object:os.system", "!a%zz",
            ]) + " x"
        case .anchors: return dice.pick(["&a x", "*a", "[&a x, *a]", "&a [*a]", "&a &b x", "*", "&"])
        case .mergeKey: return dice.pick(["{<<: {label: x}}", "{<<: *a}", "{<<: 1, <<: 2}"])
        case .bomb: return Self.bomb(min(many, 60)) + "]"
        case .keyBomb: return Self.bomb(min(many, 60)) + ", {? *a\(min(many, 60)) : x}]"
        case .aliasChain:
            return "[&a0 [x]" + (1...many).map { ", &a\($0) [*a\($0 - 1)]" }.joined() + "]"
        default: return ""
        }
    }

    /// Each list holds the one before it twice.
    private static func bomb(_ count: Int) -> String {
        "[&a0 [x, x]" + (1...count).map { ", &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined()
    }

    private static func valued(_ line: String, _ value: String) -> String {
        if let colon = line.firstIndex(of: ":") { return line[...colon] + " " + value }
        return line.prefix { $0 == " " || $0 == "-" } + value
    }

    private static func renamed(_ line: String, to key: String) -> String {
        guard let colon = line.firstIndex(of: ":") else { return line }
        return line.prefix { $0 == " " || $0 == "-" } + key + line[colon...]
    }

    private static func put(_ bytes: [UInt8], at place: Int, in file: [UInt8]) -> [UInt8] {
        Array(file.prefix(place) + bytes + file.dropFirst(place))
    }
}

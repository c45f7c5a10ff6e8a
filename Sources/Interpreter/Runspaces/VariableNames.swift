/// Finds the names of variables in a text of code, also in its double-quoted strings, but not in comments and single-quoted
/// strings.
struct VariableNames {
    private let bytes: [UInt8]
    private var place = 0
    private var names: [String] = []
    private var isInString = false
    /// Finds `$using:` variables only, and skips blocks of a nested `-Parallel`, whose variables get their values when that one
    /// starts.
    private let onlyUsing: Bool

    /// The names of `$using:` variables.
    static func using(in text: String) -> [String] {
        guard text.lowercased().contains("using:") else { return [] }
        return find(in: text, onlyUsing: true)
    }

    /// The names of all variables, without their scopes.
    static func all(in text: String) -> [String] { find(in: text, onlyUsing: false) }

    private static func find(in text: String, onlyUsing: Bool) -> [String] {
        var search = VariableNames(bytes: Array(text.utf8), onlyUsing: onlyUsing)
        search.run()
        return search.names
    }

    private init(bytes: [UInt8], onlyUsing: Bool) {
        self.bytes = bytes
        self.onlyUsing = onlyUsing
    }

    private mutating func run() {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "`"): place += 2
            case UInt8(ascii: "\""):
                isInString.toggle()
                place += 1
            case UInt8(ascii: "'") where !isInString: skip(behind: "'")
            case UInt8(ascii: "#") where !isInString: skip(behind: "\n")
            case UInt8(ascii: "<") where !isInString && begins("<#"): skip(behind: "#>")
            case UInt8(ascii: "@") where !isInString && begins("@'"): skip(behind: "\n'@")
            case UInt8(ascii: "-") where !isInString && onlyUsing && begins("-parallel"): skipParallel()
            case UInt8(ascii: "$"), UInt8(ascii: "@"): variable()
            default: place += 1
            }
        }
    }

    private func begins(_ text: String, at start: Int? = nil) -> Bool {
        let wanted = Array(text.utf8)
        let start = start ?? place
        guard start + wanted.count <= bytes.count else { return false }
        for (offset, byte) in wanted.enumerated() {
            let found = bytes[start + offset]
            guard found == byte || (found | 0x20 == byte && byte >= UInt8(ascii: "a")) else { return false }
        }
        return true
    }

    private mutating func skip(behind end: String) {
        place += 1
        while place < bytes.count, !begins(end) { place += 1 }
        place += end.utf8.count
    }

    /// Skips the block of a nested `-Parallel` by its braces.
    private mutating func skipParallel() {
        place += "-parallel".utf8.count
        while place < bytes.count, [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ":")].contains(bytes[place]) { place += 1 }
        guard place < bytes.count, bytes[place] == UInt8(ascii: "{") else { return }
        var depth = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "{") { depth += 1 }
            if bytes[place] == UInt8(ascii: "}") { depth -= 1 }
            place += 1
            if depth == 0 { return }
        }
    }

    private mutating func variable() {
        let start = place + 1
        let isBraced = start < bytes.count && bytes[start] == UInt8(ascii: "{")
        var end = isBraced ? start + 1 : start
        let first = end
        while end < bytes.count, isBraced ? bytes[end] != UInt8(ascii: "}") : isNamePart(end) { end += 1 }
        place = max(end, place + 1)
        guard end > first else { return }
        let written = String(decoding: bytes[first..<end], as: UTF8.self)
        let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
        switch parts.count == 2 ? parts[0].lowercased() : "" {
        case "using": names.append(parts[1])
        case "" where !onlyUsing: names.append(written)
        case "global" where !onlyUsing, "script" where !onlyUsing, "local" where !onlyUsing: names.append(parts[1])
        default: break
        }
    }

    /// A colon belongs to a name where a name follows it: in `$using:x`, but not in `"$x: y"`.
    private func isNamePart(_ place: Int) -> Bool {
        if bytes[place] == UInt8(ascii: ":") { return place + 1 < bytes.count && Self.isNamePart(bytes[place + 1]) }
        return Self.isNamePart(bytes[place])
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}

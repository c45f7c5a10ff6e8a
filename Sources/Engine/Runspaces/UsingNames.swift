/// The names behind `$using:` in a text of code: in the code and in its double-quoted strings, but neither in comments and other strings nor
/// in blocks that another `-Parallel` takes, whose values are found when that one starts.
struct UsingNames {
    private let bytes: [UInt8]
    private var place = 0
    private var names: [String] = []
    private var isInString = false

    static func find(in text: String) -> [String] {
        guard text.lowercased().contains("using:") else { return [] }
        var search = UsingNames(bytes: Array(text.utf8))
        search.run()
        return search.names
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

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
            case UInt8(ascii: "-") where !isInString && begins("-parallel"): skipParallel()
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

    /// Over the block of a nested -Parallel, by its braces.
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
        var start = place + 1
        let isBraced = start < bytes.count && bytes[start] == UInt8(ascii: "{")
        if isBraced { start += 1 }
        guard begins("using:", at: start) else {
            place += 1
            return
        }
        start += "using:".utf8.count
        var end = start
        while end < bytes.count, isBraced ? bytes[end] != UInt8(ascii: "}") : Self.isNamePart(bytes[end]) { end += 1 }
        if end > start { names.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
        place = max(end, place + 1)
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

/// Splits a command line into arguments as .NET does for ProcessStartInfo.Arguments: at white space outside double quotes.
/// Backslashes are literal, except before a double quote: there two stand for one, and a single one makes the quote literal. Two
/// double quotes inside quotes are one literal quote.
enum CommandWords {
    /// The arguments of a command line.
    static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        var rest = text[...]
        while let character = rest.first {
            let slashes = rest.prefix { $0 == "\\" }.count
            if slashes > 0 {
                rest.removeFirst(slashes)
                guard rest.first == "\"" else {
                    word = (word ?? "") + String(repeating: "\\", count: slashes)
                    continue
                }
                word = (word ?? "") + String(repeating: "\\", count: slashes / 2)
                if slashes % 2 == 1 {
                    word = (word ?? "") + "\""
                    rest.removeFirst()
                }
                continue
            }
            rest.removeFirst()
            if character == "\"" {
                word = word ?? ""
                if isQuoted, rest.first == "\"" {
                    word = (word ?? "") + "\""
                    rest.removeFirst()
                } else {
                    isQuoted.toggle()
                }
            } else if !isQuoted, character.isWhitespace {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let whole = word { words.append(whole) }
        return words
    }
}

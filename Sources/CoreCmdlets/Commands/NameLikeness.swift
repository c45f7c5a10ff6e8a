/// Measures how similar a text and a command's name are, for Get-Command.
enum NameLikeness {
    /// The capital letters and hyphens of a name: `I-PSDF` for `Import-PowerShellDataFile`.
    static func abbreviation(of name: String) -> String { name.filter { $0.isUppercase || $0 == "-" } }

    /// The edit distance without regard to case: insertions, deletions, substitutions and transpositions of neighbours (optimal
    /// string alignment).
    static func distance(_ first: String, _ second: String) -> Int {
        // Command names are shorter than 256 characters; the limit bounds the quadratic cost.
        let (a, b) = (Array(first.lowercased().prefix(256)), Array(second.lowercased().prefix(256)))
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, beforeLast[j - 2] + 1) }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}

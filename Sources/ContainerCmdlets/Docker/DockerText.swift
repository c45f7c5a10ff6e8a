import FoundationEssentials
import SourceText

/// Times, sizes and tables in docker's forms.
package enum DockerText {
    /// A duration in docker's words: `3 seconds`, `About a minute`, `2 weeks`.
    package static func duration(_ seconds: Double) -> String {
        let seconds = Int(max(0, min(seconds, 1e12)))
        let minutes = seconds / 60
        // Hours are rounded to the nearest; days and longer units count whole ones of those hours, as docker does.
        let hours = (minutes + 30) / 60
        switch true {
        case seconds < 1: return "Less than a second"
        case seconds == 1: return "1 second"
        case seconds < 60: return "\(seconds) seconds"
        case minutes == 1: return "About a minute"
        case minutes < 60: return "\(minutes) minutes"
        case hours == 1: return "About an hour"
        case hours < 48: return "\(hours) hours"
        case hours < 24 * 14: return "\(hours / 24) days"
        case hours < 24 * 60: return "\(hours / 24 / 7) weeks"
        case hours < 24 * 365 * 2: return "\(hours / 24 / 30) months"
        default: return "\(hours / 24 / 365) years"
        }
    }

    /// A size with three significant digits, in powers of 1000: `1.24MB`.
    package static func size(_ bytes: UInt64) -> String {
        var value = Double(bytes)
        var units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"][...]
        while value >= 1000, units.count > 1 {
            value /= 1000
            units = units.dropFirst()
        }
        var power = 1.0
        if value < 100 { power = value < 10 ? 100 : 10 }
        let rounded = (value * power).rounded() / power
        let text = rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
        return text + (units.first ?? "B")
    }

    /// A time in UTC: `2026-11-25T01:58:19Z`.
    /// - Parameter seconds: since 1970; held within the years 1970 to 9999.
    static func time(_ seconds: Double) -> String {
        Date(timeIntervalSince1970: max(0, min(seconds, 253_402_300_799))).formatted(.iso8601)
    }

    /// The COMMAND column: the words in quotation marks, cut to 20 characters unless `whole` is set.
    package static func command(_ words: [String], whole: Bool) -> String {
        let text = words.joined(separator: " ")
        let shown = whole || text.count <= 20 ? text : text.prefix(19) + "…"
        return "\"" + quoted(shown) + "\""
    }

    private static func quoted(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            // What could move the cursor does not reach a terminal.
            case _ where scalar.isTerminalControl:
                let digits = String(scalar.value, radix: 16)
                result += (digits.count > 2 ? "\\u" : digits.count == 2 ? "\\x" : "\\x0") + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A table in docker's form: columns at least 10 wide with three spaces between them, the last one without padding.
    package static func table(_ header: [String], _ rows: [[String]]) -> String {
        let all = [header] + rows
        let widths = header.indices.map { column in max(10, (all.map { $0[column].count }.max() ?? 0) + 3) }
        return all.map { row in
            row.enumerated().map { $0.offset == row.count - 1 ? $0.element : $0.element.padded(to: widths[$0.offset]) }.joined()
        }.joined(separator: "\n")
    }
}

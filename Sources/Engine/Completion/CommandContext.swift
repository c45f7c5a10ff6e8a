import SourceText
import Syntax

/// The command that the cursor stands in, read from tokens: nothing is run.
struct CommandContext {
    /// The command's name as written.
    var name: String
    /// The tokens behind the name, up to the cursor.
    var arguments: [(kind: SyntaxToken.Kind, text: String)]

    /// The innermost command at the end of a text; nil where a new one would begin.
    static func find(_ file: SourceFile, _ tokens: [SyntaxToken]) -> CommandContext? {
        var stack: [CommandContext?] = [nil]
        var place: UInt32 = 0
        let end = UInt32(clamping: file.utf8.count)
        var next = tokens.makeIterator()
        var token = next.next()
        while place < end {
            if let current = token, current.span.start <= place {
                take(current, file, &stack)
                place = max(place + 1, current.span.end)
                token = next.next()
                continue
            }
            takeCharacter(file.utf8[Int(place)], &stack)
            place += 1
        }
        return stack.last ?? nil
    }

    private static func take(_ token: SyntaxToken, _ file: SourceFile, _ stack: inout [CommandContext?]) {
        let text = file.text(of: token.span)
        switch token.kind {
        case .command: stack[stack.count - 1] = CommandContext(name: text, arguments: [])
        case .operator where ["|", "||", "&&", ";", "&"].contains(text): stack[stack.count - 1] = nil
        case .comment: break
        default: stack[stack.count - 1]?.arguments.append((token.kind, text))
        }
    }

    private static func takeCharacter(_ byte: UInt8, _ stack: inout [CommandContext?]) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "{"): stack.append(nil)
        case UInt8(ascii: ")"), UInt8(ascii: "}"): if stack.count > 1 { stack.removeLast() }
        case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "\n"), UInt8(ascii: "&"): stack[stack.count - 1] = nil
        default: break
        }
    }
}

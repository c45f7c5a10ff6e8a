import ContainerModel
import LinuxSystem

/// What a simulated `cmd` says and answers.
struct CommandPromptSession: Sendable {
    var computerName: String
    var isAdministrator: Bool
    var hasTerminal: Bool

    private static let version = "Microsoft Windows [Version 10.0.10586]"

    /// Runs `/c command`, or reads commands until `exit` or the end.
    /// - Parameter ending: readable once the prompt is to end.
    /// - Returns: the exit code.
    func run(_ words: [String], input: Int32, output: Int32, ending: Int32) -> Int32 {
        if let option = words.first?.lowercased(), option == "/c" || option == "/k" {
            let code = answer(words.dropFirst().joined(separator: " "), output)
            if option == "/c" { return code.value }
        } else {
            write(Self.version + "\r\n(c) 2016 Microsoft Corporation. All rights reserved.\r\n", output)
        }
        var pending: [UInt8] = []
        var last: Int32 = 0
        while true {
            write("\r\nC:\\>", output)
            guard let line = readLine(input, ending, &pending) else { return last }
            switch answer(line, output) {
            case .goesOn(let code): last = code
            case .ends(let code): return code ?? last
            }
        }
    }

    private enum Answer {
        case goesOn(Int32)
        case ends(Int32?)

        var value: Int32 {
            switch self {
            case .goesOn(let code): code
            case .ends(let code): code ?? 0
            }
        }
    }

    private func answer(_ line: String, _ output: Int32) -> Answer {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = words.count > 1 ? words[1] : ""
        switch words.first?.lowercased() {
        case nil, "rem", "title", "cls": break
        case "exit": return .ends(Int32(rest.split(separator: " ").last ?? "").map { $0 & 0xFF })
        case "ver": write("\r\n\(Self.version)\r\n", output)
        case "hostname": write(computerName + "\r\n", output)
        case "whoami": write("user manager\\\(isAdministrator ? "containeradministrator" : "containeruser")\r\n", output)
        case "cd" where rest.isEmpty: write("C:\\\r\n", output)
        case "echo": write((rest.isEmpty ? "ECHO is on." : rest) + "\r\n", output)
        case let command?:
            write(
                "'\(command)' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n",
                output)
            // What cmd gives for a command that is not there.
            return .goesOn(1)
        }
        return .goesOn(0)
    }

    /// A terminal makes `\r\n` of `\n` itself.
    private func write(_ text: String, _ output: Int32) {
        try? writeFully(output, hasTerminal ? text.replacing("\r\n", with: "\n") : text)
    }

    private func readLine(_ input: Int32, _ ending: Int32, _ pending: inout [UInt8]) -> String? {
        while true {
            if let end = pending.firstIndex(where: { $0 == 10 || $0 == 13 }) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                return line
            }
            guard pending.count < 65_536, let ready = try? Poll.wait(for: [(input, .input), (ending, .input)], timeout: nil),
                !ready.contains(where: { $0.index == 1 }), let more = try? readSome(input, atMost: 4096), !more.isEmpty
            else { return nil }
            pending += more
        }
    }
}

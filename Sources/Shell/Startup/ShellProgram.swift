import CmdletKit
import Engine
import Glibc
import SourceText
import Values

/// The shell as a program: from its arguments to its exit code.
public enum ShellProgram {
    public static func run(_ arguments: [String]) -> Int32 {
        let options: CommandLineOptions
        do { options = try CommandLineOptions.parse(arguments) } catch {
            TextOutput(2).write("bulkhead: \(error.description)\n")
            return 64
        }
        let host = ConsoleHost(interactive: !options.nonInteractive && isatty(0) == 1, views: Session.views)
        let engine = Session.make(host)
        do {
            switch options.input {
            case .command(let text):
                let ended = try engine.run(SourceFile(text: text))
                host.flush()
                return ended && engine.succeeded ? 0 : 1
            case .file(let path, let arguments):
                let ended = try engine.runScript(path, arguments: arguments.map { .value(.string($0), text: nil, isBare: false) })
                host.flush()
                return ended ? 0 : 1
            default: return 0
            }
        } catch let request as ExitRequest {
            host.flush()
            return request.code
        } catch {
            host.flush()
            return 130
        }
    }
}

import CmdletKit
import Values

/// What a command name resolves to.
public enum Command {
    /// A cmdlet.
    case cmdlet(CmdletRegistration)
    /// A function or filter.
    case function(FunctionInfo)
    /// A built-in program: it runs on a thread of the shell, with streams of bytes as a process has.
    case program(ProgramRegistration)
    /// A script file, by its host path.
    case script(path: String)
    /// An executable file, by its host path.
    case application(path: String)

    /// The command's name; of a file its last path component.
    public var name: String {
        switch self {
        case .cmdlet(let registration): registration.name
        case .function(let function): function.name
        case .program(let registration): registration.name
        case .script(let path), .application(let path): path.split(separator: "/").last.map(String.init) ?? path
        }
    }
}

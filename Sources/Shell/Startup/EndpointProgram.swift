import AgentProtocol
import CmdletSupport
import Completion
import ContainerCmdlets
import Glibc
import Interpreter
import LineEditing
import LinuxSystem
import Sessions
import SourceText
import Values

/// The program as the endpoint of a session, inside a container. Its control stream is descriptor 3.
///
/// Without a terminal, the endpoint runs the commands that the shell sends and answers with objects; with `-Terminal` it shows the
/// ordinary prompt. In a container of the simulated host, `-Drive` names the folder that is the container's `C:\`.
public enum EndpointProgram {
    /// The first argument that makes the program an endpoint.
    public static let role = "-Endpoint"
    /// The descriptor of the control stream (`ProcessSpecification.control`).
    private static let control: Int32 = 3
    private static let stackSize = 256 << 20

    /// Runs the endpoint until its session ends.
    /// - Parameter arguments: the arguments behind the role.
    /// - Returns: the program's exit code; 1 if the control stream cannot be used.
    public static func run(_ arguments: [String]) -> Int32 {
        SignalHandling.ignorePipeErrors()
        return LargeStack.run(stackSize) {
            do { return try serve(arguments) } catch {
                TextOutput(2).write("bulkhead: the session's control stream does not work: \(error)\n")
                return 1
            }
        }
    }

    private static func serve(_ arguments: [String]) throws -> Int32 {
        let terminal = arguments.contains("-Terminal")
        let drive = arguments.firstIndex(of: "-Drive").flatMap { arguments.dropFirst($0 + 1).first }
        let link = try ControlLink(Descriptor(control), interrupt: SignalHandling.interrupt)
        let greeting = try link.greeting()
        try link.start()
        let console = ConsoleHost(interactive: terminal)
        let host: any EngineHost = terminal ? console : EndpointHost(link, greeting, text: console)
        let processes: any ProcessSource = drive == nil ? SessionProcessSource(link) : ForwardedProcessSource(link)
        let engine = try Session.makeEndpoint(host, files(drive), interrupt: SignalHandling.interrupt, processes: processes)
        console.errorView = { [link = engine.link] in link.engine.map(ErrorView.chosen) ?? .concise }
        if terminal {
            try prompt(engine, console, greeting, link)
        } else {
            let completion = CompletionEngine(engine)
            EndpointServer(link, engine, name: greeting.name) { completion.complete($0, cursor: $1) }.run()
        }
        if let frame = try? SessionMessage.goodbye.frame(.event, .null) { link.send(frame) }
        return 0
    }

    private static func files(_ drive: String?) -> FileSystemView {
        guard let drive else { return FileSystemView() }
        return FileSystemView(
            drives: WindowsDrives(
                [WindowsDrives.Drive("C", root: drive, ignoresCase: true)], home: Environment.value("USERPROFILE") ?? "C:\\"))
    }

    private static func prompt(
        _ engine: Engine, _ host: ConsoleHost, _ greeting: SessionGreeting, _ link: ControlLink
    ) throws {
        SignalHandling.install()
        try engine.global.set("BulkheadSessionName", .string(greeting.name))
        try engine.run(SourceFile(text: "function prompt { \"[$BulkheadSessionName]: PS $(Get-Location)> \" }"))
        let history = SessionLineHistory(link)
        guard let lines = TerminalLines(interrupt: engine.interrupt, history: history, complete: Session.completer(engine)) else {
            return
        }
        let repl = Repl(engine, lines: lines, isTerminal: true)
        // After Ctrl-D, a line end, so that the shell's own prompt begins a line.
        if repl.run() == nil { host.writeText("", newline: true, foreground: nil, background: nil) }
        host.flush()
    }
}

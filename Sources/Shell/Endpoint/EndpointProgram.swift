import AgentProtocol
import CmdletSupport
import Completion
import ContainerCmdlets
import Endpoint
import Glibc
import Interpreter
import LineEditing
import LinuxSystem
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

/// The command history of a session in a container. The shell's side stores it, so that nothing is written to the container's
/// files.
private final class SessionLineHistory: LineHistory {
    private let link: ControlLink
    private var isRead = false

    init(_ link: ControlLink) { self.link = link }

    func newEntries() -> [String] {
        guard !isRead else { return [] }
        isRead = true
        return (link.ask(.history, .null).enumerated ?? []).compactMap(\.text)
    }

    func append(_ line: String) {
        if let frame = try? SessionMessage.remember.frame(.event, .string(line)) { link.send(frame) }
    }
}

/// The container's processes. The container host is asked for their ids on the host (HostId).
private struct SessionProcessSource: ProcessSource {
    private let link: ControlLink
    init(_ link: ControlLink) { self.link = link }

    var style: ProcessStyle { .session }

    func processes() throws -> [ProcessSnapshot] {
        var known: [Int32: Int32] = [:]
        for pair in link.ask(.hostProcesses, .null).enumerated ?? [] {
            if case .array(let numbers) = pair, numbers.elements.count == 2, case .int(let inside) = numbers.elements[0],
                case .int(let outside) = numbers.elements[1]
            {
                known[inside] = outside
            }
        }
        let hostIDs = known
        return try LinuxProcessSource(style: .session, hostID: { hostIDs[$0] }).processes()
    }

    func stop(_ id: Int32, force: Bool) throws { try LinuxProcessSource().stop(id, force: force) }
}

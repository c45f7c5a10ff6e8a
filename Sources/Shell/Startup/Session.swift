import CmdletKit
import CmdletSupport
import Completion
import ContainerCmdlets
import CoreCmdlets
import Formatting
import Interpreter
import LineEditing
import Sessions
import StandardCmdlets
import Values

/// Assembles an engine: commands, views and services.
enum Session {
    /// All views: those of the language, of the core cmdlets and of the container cmdlets.
    static var views: ViewTable {
        var views = ViewTable.builtin
        views.add(StandardCmdlets.views)
        views.add(ContainerModule.views)
        return views
    }

    /// The engine of a shell.
    /// - Throws: `ValueError` if the container engine or the working folder does not exist, or the simulated host cannot be made.
    static func make(_ host: any EngineHost, _ options: CommandLineOptions, interrupt: Interrupt) throws -> Engine {
        let engine: Engine
        switch options.engine?.lowercased() {
        case nil, "linux":
            engine = try makeCore(host, FileSystemView(), interrupt)
            let linux = ContainerModule.provideLinuxHost(to: engine, stateRoot: options.stateRoot)
            SessionModule.provide(LinuxSessionConnector(linux), to: engine)
            engine.provide(
                JobProcessLauncher(arguments: options.stateRoot.map { ["-StateRoot", $0] } ?? []), as: (any JobLauncher).self)
        case "simulated":
            let simulated = SimulatedHost()
            engine = try makeCore(host, try simulated.fileSystem(), interrupt)
            simulated.provide(to: engine)
            SessionModule.provide(SimulatedSessionConnector(simulated.host), to: engine)
            engine.provide(simulated)
            engine.provide(JobRunspaceLauncher(), as: (any JobLauncher).self)
        case let other?:
            throw ValueError(
                "The engine '\(other)' is not available. Start bulkhead with -Engine Linux or -Engine Simulated, or without -Engine.",
                id: "EngineNotAvailable",
                category: "InvalidArgument")
        }
        ContainerModule.install(in: engine)
        engine.commands.add(SessionModule.cmdlets)
        engine.completeSetup()
        if let folder = options.workingDirectory, try !engine.setLocation(engine.fileSystem.display(ofArgument: folder)) {
            throw ValueError(
                "The working directory '\(folder)' does not exist. Give -WorkingDirectory a folder.", id: "PathNotFound",
                exception: "System.Management.Automation.ItemNotFoundException", category: "ObjectNotFound")
        }
        return engine
    }

    /// The engine of an endpoint: the core cmdlets on the container's own files and processes.
    /// - Throws: what installing the commands of a Windows-style file system throws.
    static func makeEndpoint(
        _ host: any EngineHost, _ files: FileSystemView, interrupt: Interrupt, processes: any ProcessSource
    ) throws -> Engine {
        let engine = try makeCore(host, files, interrupt)
        engine.commands.add(SessionModule.cmdlets)
        engine.provide(processes, as: (any ProcessSource).self)
        engine.provide(EndpointRole())
        engine.provide(JobRunspaceLauncher(), as: (any JobLauncher).self)
        engine.completeSetup()
        return engine
    }

    /// The parts that every engine has.
    private static func makeCore(_ host: any EngineHost, _ files: FileSystemView, _ interrupt: Interrupt) throws -> Engine {
        let engine = Engine(host: host, fileSystem: files, interrupt: interrupt)
        StandardCmdlets.install(in: engine)
        try ShellFunctions.install(in: engine)
        if files.isWindowsStyle { try WindowsAliases.install(in: engine) }
        engine.provide(views, as: ViewTable.self)
        engine.provide(
            NamedCompleters(ContainerModule.completers.merging(["process": processNames, "processId": processIds]) { $1 }))
        try? engine.global.set("Host", HostObject.make(engine))
        return engine
    }

    /// Ends what must not outlive the shell: other runspaces, transcripts and the simulated host.
    static func end(_ engine: Engine) {
        engine.endSession()
        engine.host.flush()
        engine.host.transcripts.endAll()
        engine.service(SimulatedHost.self)?.end()
    }

    /// The completion of the line editor: a closure from a line and the cursor's UTF-8 offset to candidates.
    static func completer(_ engine: Engine) -> (String, Int) -> CompletionSet? {
        let completion = CompletionEngine(engine)
        return { line, cursor in
            engine.interpreting { complete(line, cursor) }
        }
        func complete(_ line: String, _ cursor: Int) -> CompletionSet? {
            // In a session whose lines are edited by this shell, the endpoint knows the candidates.
            let session = engine.service((any InteractiveSessionHost).self)?.current
            let result = session?.complete(line, cursor: cursor) ?? completion.complete(line, cursor: cursor)
            return CompletionSet(
                replaced: result.replaced, replacedBehind: result.replacedBehind,
                candidates: result.candidates.map { candidate in
                    LineEditing.CompletionCandidate(
                        inserted(candidate, isOnly: result.candidates.count == 1, engine), label: candidate.label,
                        detail: candidate.detail)
                })
        }
    }

    /// The text to insert. A folder that is the only candidate gets a separator, so that the next Tab lists its content.
    private static func inserted(_ candidate: CompletionResult.Candidate, isOnly: Bool, _ engine: Engine) -> String {
        guard isOnly, candidate.kind == .container else { return candidate.text }
        let separator = engine.fileSystem.isWindowsStyle ? "\\" : "/"
        guard let quote = candidate.text.last, "'\"".contains(quote) else { return candidate.text + separator }
        return candidate.text.dropLast() + separator + String(quote)
    }

    private static let processNames: NamedCompleter = { engine, prefix in
        let names = (try? engine.service((any ProcessSource).self)?.lookUp().map(\.name)) ?? []
        return Set(names).filter { $0.hasPrefixIgnoringCase(prefix) }.sorted().map { .init(Quoting.word($0), label: $0) }
    }

    /// Process ids, each shown with the process's name.
    private static let processIds: NamedCompleter = { engine, prefix in
        let found = (try? engine.service((any ProcessSource).self)?.lookUp()) ?? []
        return found.filter { String($0.id).hasPrefix(prefix) }.map {
            .init(String($0.id), label: "\($0.id) - \($0.name)", detail: "\($0.id) - \($0.name)", kind: .parameterValue)
        }
    }

    /// The text that an interactive shell shows at its start.
    static func banner(_ engine: Engine) -> String {
        let name = "Bulkhead \(ShellProgram.version)"
        return engine.service(SimulatedHost.self) == nil ? name : name + "\n" + SimulatedHost.announcement
    }
}

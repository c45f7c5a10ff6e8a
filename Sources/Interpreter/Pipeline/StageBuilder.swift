import CmdletKit
import LinuxSystem
import Syntax
import Values

/// Resolves the name of a command and makes its stage.
enum StageBuilder {
    /// Makes the stage of the command at a place, and of native programs directly before it.
    /// - Parameter hasSource: whether the pipeline starts with an expression.
    /// - Returns: the stage and the number of commands in it: successive native programs share one, joined by pipes of the system.
    /// - Throws: CommandNotFoundException, parameter binding errors and others, at the command's position.
    static func build(
        _ commands: [CompiledCommand], upTo place: Int, into downstream: any OutputSink, hasSource: Bool, _ frame: Frame
    ) throws -> (stage: Stage, count: Int) {
        let command = commands[place]
        let hasInput = hasSource || place > 0
        let streams = place == commands.count - 1 ? frame.streams : frame.streams.uncollected
        do {
            let resolved = try resolve(command, frame)
            guard resolved.kind.program != nil else {
                return (try stage(resolved, command, downstream, streams, hasInput, frame), 1)
            }
            let arguments = try command.arguments(frame)
            if resolved.isOwnProgram, let (shell, parsed) = try BlockShell.find(arguments, frame.engine) {
                let routed = try Redirector.route(command.redirections, output: downstream, streams: streams, frame)
                return (try CmdletStage(shell, parsed, routed, hasInput: hasInput, command, frame), 1)
            }
            var programs = [try program(resolved, command, arguments, frame)]
            var first = place
            while first > 0, let previous = try? resolve(commands[first - 1], frame),
                previous.kind.program != nil, !previous.isOwnProgram, commands[first - 1].redirections.isEmpty
            {
                first -= 1
                programs.insert(try program(previous, commands[first], try commands[first].arguments(frame), frame), at: 0)
            }
            let routed = try Redirector.route(command.redirections, output: downstream, streams: streams, frame)
            let stage = NativeStage(programs, routed, hasInput: first > 0 || hasSource, frame)
            return (stage, place - first + 1)
        } catch {
            if error.isFlowControl { throw error }
            throw TerminatingError(frame.engine.locate(error, file: command.file, span: command.span))
        }
    }

    struct Resolved {
        enum Kind {
            case cmdlet(CmdletRegistration)
            case block(ScriptBlock, name: String, isFilter: Bool, path: String?)
            /// `& $module { … }`: the block is bound to the module's session state.
            case module(ModuleInfo)
            case program(NativeProgram.Code)

            /// The code of a native program; nil for a command that takes objects.
            var program: NativeProgram.Code? {
                if case .program(let code) = self { code } else { nil }
            }
        }
        let kind: Kind
        let name: String
        let dotSourced: Bool
        /// Whether the command is the shell's own executable, as in `pwsh -File …`.
        var isOwnProgram: Bool {
            if case .program(.file(let path)) = kind { path == Environment.program } else { false }
        }
        /// The command for `$MyInvocation.MyCommand`; nil for a script block.
        var command: Command?
    }

    /// What a command's name, script block, command object or module stands for.
    /// - Throws: CommandNotFoundException; parse errors of a script file.
    static func resolve(_ command: CompiledCommand, _ frame: Frame) throws -> Resolved {
        let name = try command.name(frame)
        let dotSourced = command.invocation == .dot
        if let block = name.asObject(ScriptBlock.self) {
            return Resolved(kind: .block(block, name: "", isFilter: false, path: nil), name: "", dotSourced: dotSourced)
        }
        if let object = name.asObject(CommandObject.self), let command = object.command {
            return Resolved(kind: try kind(command, frame), name: object.name, dotSourced: dotSourced, command: command)
        }
        if let module = name.asObject(ModuleInfo.self) {
            return Resolved(kind: .module(module), name: module.name, dotSourced: dotSourced, command: nil)
        }
        let text = name.displayText
        guard let found = frame.engine.findCommand(text) else { throw CommandNotFound.error(text, frame.engine) }
        command.site?.note(found, frame.engine)
        return Resolved(kind: try kind(found, frame), name: text, dotSourced: dotSourced, command: found)
    }

    private static func kind(_ command: Command, _ frame: Frame) throws -> Resolved.Kind {
        switch command {
        case .cmdlet(let registration): return .cmdlet(registration)
        case .function(let function): return .block(function.block, name: function.name, isFilter: function.isFilter, path: nil)
        case .program(let registration): return .program(.builtIn(registration))
        case .application(let path): return .program(.file(path: path))
        case .script(let path):
            let shown = frame.engine.fileSystem.display(path)
            let text = try frame.engine.fileSystem.readText(shown)
            return .block(
                try ScriptBlock.parse(text, path: shown, session: frame.scope.session), name: shown, isFilter: false, path: shown)
        }
    }

    private static func stage(
        _ resolved: Resolved, _ command: CompiledCommand, _ downstream: any OutputSink, _ streams: Streams, _ hasInput: Bool,
        _ frame: Frame
    ) throws -> Stage {
        let routed = try Redirector.route(command.redirections, output: downstream, streams: streams, frame)
        let arguments = try command.arguments(frame)
        switch resolved.kind {
        case .module(let module):
            guard case .value(let first, _, _)? = arguments.first, let session = module.session else {
                throw ValueError(
                    "'& $module' needs a script block or a command's name behind the module '\(module.name)'.",
                    id: "InvalidOperation")
            }
            let block: ScriptBlock
            if let given = first.asObject(ScriptBlock.self) {
                block = ScriptBlock(given.blockCode, session: session, closure: nil)
            } else if let function = session.root.functions?[FoldedName(first.displayText)] {
                block = function.block
            } else {
                throw CommandNotFound.error(first.displayText, frame.engine)
            }
            return try FunctionStage(
                block, name: "", isFilter: false, path: nil, dotSourced: resolved.dotSourced,
                arguments: Array(arguments.dropFirst()),
                routed: routed, hasInput: hasInput, command, frame)
        case .cmdlet(let registration):
            return try CmdletStage(registration, arguments, routed, hasInput: hasInput, command, frame)
        case .block(let block, let name, let isFilter, let path):
            return try FunctionStage(
                block, name: name, isFilter: isFilter, path: path, dotSourced: resolved.dotSourced, arguments: arguments,
                routed: routed, hasInput: hasInput,
                resolvedCommand: resolved.command.map { CommandObject($0, engine: frame.engine) }, invocationName: resolved.name,
                command, frame)
        case .program: return NativeStage([try program(resolved, command, arguments, frame)], routed, hasInput: hasInput, frame)
        }
    }

    private static func program(
        _ resolved: Resolved, _ command: CompiledCommand, _ arguments: [Argument], _ frame: Frame
    ) throws -> NativeProgram {
        guard let code = resolved.kind.program else { throw CommandNotFound.error(resolved.name, frame.engine) }
        return NativeProgram(
            code: code, name: resolved.name, arguments: NativeArguments.expand(arguments, frame.engine),
            redirections: command.redirections)
    }
}

/// PowerShell's CommandNotFoundException.
enum CommandNotFound {
    /// The error, with a hint where a command of Windows or a similar name is meant.
    static func error(_ name: String, _ engine: Engine) -> TerminatingError {
        let isPath = name.contains("/") || name.contains("\\")
        var text = "The term '\(name)' is not recognized as a name of a cmdlet, function, script file, or executable program.\n"
        text += "Check the spelling of the name, or if a path was included, verify that the path is correct and try again."
        let record = ErrorRecord(
            text, id: "CommandNotFoundException", category: "ObjectNotFound",
            exception: "System.Management.Automation.CommandNotFoundException", target: .string(name))
        record.commandName = name
        if let reason = WindowsOnlyCommands.reason(name) {
            record.recommendedAction = reason
        } else if !isPath, let near = nearest(name, engine) {
            record.recommendedAction = "The most similar command is: \(near)."
        }
        return TerminatingError(record)
    }

    /// The command with the most similar name, at most two edits away; nil where there is none.
    private static func nearest(_ name: String, _ engine: Engine) -> String? {
        guard name.count >= 4, name.count <= 64 else { return nil }
        let wanted = Array(name.lowercased())
        let candidates = engine.commands.allCmdlets.map(\.name) + engine.visibleFunctions.map(\.name)
        return candidates.map { ($0, distance(wanted, Array($0.lowercased()))) }.filter { $0.1 <= 2 }.min { $0.1 < $1.1 }?.0
    }

    /// The Levenshtein distance; 3 where the lengths alone differ by more than 2.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        guard abs(a.count - b.count) <= 2 else { return 3 }
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var previous = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let cost = min(row[j + 1] + 1, row[j] + 1, previous + (x == y ? 0 : 1))
                previous = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }
}

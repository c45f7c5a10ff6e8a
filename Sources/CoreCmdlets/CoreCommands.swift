import Completion
import Concurrency
import Interpreter
import ScriptTypes
import Values

/// All that the core cmdlets bring to an engine.
public enum CoreCommands {
    public static func install(in engine: Engine) {
        engine.addScriptTypes()
        engine.add(.concurrency)
        engine.add(.completion)
        engine.commands.add(ManagementCmdlets.all)
        engine.commands.add(UtilityCmdlets.all)
        engine.commands.add(ModuleCmdlets.all)
        engine.commands.add(SecurityCmdlets.all)
        engine.commands.add(JobCmdlets.all)
        engine.commands.add(EventCmdlets.all)
        engine.provide(BlockShell(RunShellBlock.registration))
        engine.provide(BackgroundPipelines(), as: (any BackgroundStarter).self)
        engine.provide(DisplayFiles(), as: (any DisplayFileLoader).self)
        engine.types.add(later: { types })
        engine.types.add(PlatformType.make(isWindows: engine.fileSystem.isWindowsStyle))
    }

    /// The types that the cmdlets bring, with the names that scripts give them beside their own.
    private static var types: [(ObjectType, [String])] {
        ManagementCmdlets.types.map { ($0, []) } + [(PSSerializerType.type, ["psserializer"]), (ProcessType.type, [])]
    }
}

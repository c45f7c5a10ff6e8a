import Interpreter
import Values

/// System.Management.Automation.Internal.InternalTestHooks: switches for tests of scripts. This
/// shell has ForcePromptForChoiceDefaultOption, by which confirmations take their default; other names change nothing, as in PowerShell.
struct TestHooksType {
    let link: EngineLink

    var type: ObjectType {
        ObjectType(
            "System.Management.Automation.Internal.InternalTestHooks", base: .object,
            statics: [
                .function("SetTestHook", "string property", "object value", returns: "void") { [link] arguments in
                    if arguments.string(0).equalsIgnoringCase("ForcePromptForChoiceDefaultOption") {
                        link.engine?.takesDefaultChoices = arguments.bool(1)
                    }
                    return .nothing
                }
            ])
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.Management.Automation.Internal.InternalTestHooks") { session in TestHooksType(link: session.link).type }
}

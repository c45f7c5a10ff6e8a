import CmdletKit
import SourceText
import Syntax
import Values

/// The `Using:` scope modifier: a variable of the runspace that starts code in another one (about_Scopes, "The Using scope
/// modifier").
public enum UsingVariable {
    static func read(_ name: String) -> Evaluate {
        let key = name.lowercased()
        return { frame in
            guard let values = frame.engine.usingValues else {
                throw ValueError(
                    "A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, "
                        + "Start-ThreadJob or ForEach-Object -Parallel. When it is used with Invoke-Command, the Using variable is "
                        + "valid only if the script block is invoked on a remote computer.",
                    id: "UsingWithoutInvokeCommand")
            }
            guard let value = values[key] else { throw undefined(name) }
            return value
        }
    }

    private static func undefined(_ name: String) -> ValueError {
        ValueError(
            "The value of the using variable '$using:\(name)' cannot be retrieved because it has not been set in the local session.",
            id: "UsingVariableIsUndefined")
    }

    /// The values of the `$using:` variables that a block names, by lower-case name.
    /// - Throws: `ValueError` where one of them is not set.
    public static func values(for block: ScriptBlock, in frame: Frame) throws -> [String: Value] {
        var values: [String: Value] = [:]
        for name in VariableNames.using(in: block.stringForm ?? "") {
            guard let value = frame.scope.value(name) else { throw undefined(name) }
            values[name.lowercased()] = value
        }
        return values
    }
}

import CmdletKit
import Concurrency
import Values

/// A job object as an argument.
struct JobArgument: ParameterValue {
    let job: Job

    static let parameterTypeName = "Job"
    static func fromArgument(_ value: Value) throws -> JobArgument {
        if let job = value.asObject(Job.self) { return JobArgument(job: job) }
        throw ValueError(
            "Cannot convert the \"\(value.displayText)\" value of type \"\(value.typeName)\" to type \"System.Management.Automation.Job\".",
            id: "ConvertToFinalInvalidCastException", exception: "System.Management.Automation.PSInvalidCastException",
            category: "InvalidArgument")
    }
}

/// System.Management.Automation.JobState as the type of a parameter.
extension JobState: ParameterEnumeration {
    /// The enumeration's name.
    public static let enumerationName = "System.Management.Automation.JobState"
}

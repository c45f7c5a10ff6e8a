import Values

/// Experimental features (about_Experimental_Features): this shell has none, but scripts can ask for them.
enum Experiments {
    static let action = ObjectType.enumeration(
        "System.Management.Automation.ExperimentAction", Enumeration(["None", "Hide", "Show"]))

    static let feature = ObjectType(
        "System.Management.Automation.ExperimentalFeature", base: .object,
        statics: [.function("IsEnabled", "string featureName", returns: "bool") { _ in .bool(false) }])

    /// Checks the constructor arguments of attributes that take an experiment's name and action.
    static func check(_ arguments: Arguments) throws {
        guard arguments.count == 2 else {
            throw ValueError(
                "Cannot find an overload for \"new\" and the argument count: \"\(arguments.count)\".",
                id: "MethodCountCouldNotFindBest",
                exception: "System.Management.Automation.MethodException", category: "NotSpecified")
        }
        guard !arguments.string(0).isEmpty else {
            throw ValueError(
                "Cannot process argument because the value of argument \"experimentName\" is null.", id: "PSArgumentNullException",
                exception: "System.Management.Automation.PSArgumentNullException", category: "InvalidArgument")
        }
        guard try Conversion.convert(arguments[1], to: action).displayText != "None" else {
            throw ValueError(
                "Cannot process argument because the value of argument \"experimentAction\" is not valid: it is Hide or Show.",
                id: "PSArgumentException", exception: "System.Management.Automation.PSArgumentException",
                category: "InvalidArgument")
        }
    }
}

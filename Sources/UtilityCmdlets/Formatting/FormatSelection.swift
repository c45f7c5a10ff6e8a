import CmdletKit
import CmdletSupport
import Values

/// The parameters that the Format cmdlets share.
struct FormatSelection {
    /// -InputObject.
    var inputObject: Value = .nothing
    /// -GroupBy.
    var groupBy: Value = .nothing
    /// -View; empty for the type's first view.
    var view = ""
    /// -Force, which has no effect.
    var force: Switch = false
    /// -ExcludeProperty.
    var excludeProperty: [String] = []

    /// The expression of -GroupBy; nil if it is not given.
    /// - Parameter path: the cmdlet's property that holds this group.
    /// - Throws: `ValueError` if the argument is no property expression.
    func grouping<C: Cmdlet>(
        _ path: KeyPath<C, FormatSelection>, _ runtime: any CmdletRuntime
    ) throws -> PropertyExpression? {
        guard runtime.isBound(path.appending(path: \.groupBy)) else { return nil }
        return try PropertyExpression(groupBy, keys: [.name, .label, .formatString])
    }

    /// The options that these parameters and -Property make.
    /// - Throws: `ValueError` if -View and -Property are both given, and what `grouping` throws.
    func options<C: Cmdlet>(
        _ path: KeyPath<C, FormatSelection>, _ properties: [PropertyExpression], _ runtime: any CmdletRuntime
    ) throws -> FormatCommand.Options {
        var options = try FormatCommand.options(properties, view: view, excluding: excludeProperty)
        options.groupBy = try grouping(path, runtime)
        return options
    }
}

extension Parameter where C == FormatSelection {
    /// -InputObject.
    static var inputObject: Self { .inputObject(\.inputObject, "The objects to show", asWhole: true) }

    /// -GroupBy.
    static func groupBy(
        _ help: String = "A property, or a hashtable with Expression and Label, whose values begin groups of their own."
    ) -> Self { Parameter(\.groupBy, help: help) }

    /// -ExcludeProperty.
    static func excludeProperty(
        _ help: String = "Properties to leave out, with wildcards; without -Property all the others are shown."
    ) -> Self { Parameter(\.excludeProperty, help: help) }

    /// -View.
    static func view(_ help: String) -> Self { Parameter(\.view, help: help) }

    /// -Force.
    static var force: Self { Parameter(\.force, help: "Taken for compatibility; errors are shown whole anyway.") }
}

import CmdletKit
import CmdletSupport
import Formatting
import Interpreter
import Values

/// The work of Format-Table, Format-List and Format-Wide: chooses the properties or the view and writes `FormattedObject`s. The
/// lines are laid out later, by the formatter of whatever shows them.
struct FormatCommand {
    /// The three cmdlets.
    enum Kind { case table, list, wide }

    /// What the parameters ask for.
    struct Options {
        var properties: [PropertyExpression] = []
        var groupBy: PropertyExpression?
        var viewName: String?
        /// -ExcludeProperty.
        var excluded: [Wildcard] = []
        var isAutoSized = false
        var wraps = false
        var hidesHeaders = false
        var wideColumns: Int? = 2
    }

    private let kind: Kind
    private let options: Options
    private let frame: Frame
    private let views: ViewTable
    /// How objects of the current type are formatted.
    private var plan: Plan?

    /// The layout for objects of a type, and how their cells and their group are read.
    private struct Plan {
        let typeName: String
        let request: FormatRequest
        let cells: (Value) throws -> [Value]
        let group: ((Value) throws -> Value)?
    }

    init(_ kind: Kind, _ options: Options, _ frame: Frame) {
        self.kind = kind
        self.options = options
        self.frame = frame
        views = FormattingService.views(frame.engine)
    }

    /// The options for -Property, -View and -ExcludeProperty. With -ExcludeProperty alone all other properties are shown.
    /// - Throws: `ValueError` if -View and -Property are both given.
    static func options(
        _ properties: [PropertyExpression], view: String, excluding excluded: [String]
    ) throws -> Options {
        var options = Options()
        guard properties.isEmpty || view.isEmpty else {
            throw ValueError(
                "-View shows a type's own view: it does not go with -Property.", id: "FormatCannotSpecifyViewAndProperty",
                exception: "System.Management.Automation.PSInvalidOperationException", category: "InvalidArgument")
        }
        options.properties = properties
        options.viewName = view.isEmpty ? nil : view
        options.excluded = excluded.map { Wildcard($0) }
        if properties.isEmpty, !excluded.isEmpty { options.properties = try [Value.string("*")].propertyExpressions([]) }
        return options
    }

    /// Writes the formatted form of an object; of a hashtable without -Property, one for each entry.
    /// - Throws: `ValueError` if the view does not exist, and what reading a property throws.
    mutating func process(_ value: Value, _ runtime: any CmdletRuntime) throws {
        if value.isNull || value.asObject(FormattedObject.self) != nil {
            try runtime.write(value.orNull)
            return
        }
        if let table = value.asObject(HashtableObject.self), options.properties.isEmpty {
            for entry in DefaultLayout.entries(of: table) { try emit(entry, runtime) }
            return
        }
        try emit(value, runtime)
    }

    private mutating func emit(_ value: Value, _ runtime: any CmdletRuntime) throws {
        // With -Property all objects are in one table; without it a table ends where another type begins.
        let current: Plan
        if let plan, !options.properties.isEmpty || plan.typeName == value.typeName {
            current = plan
        } else if let made = try makePlan(value) {
            current = made
            plan = made
        } else {
            try runtime.write(.object(FormattedObject(FormatRequest(shape: .text), cells: [.string(value.displayText)])))
            return
        }
        let group = try current.group?(value) ?? .null
        try runtime.write(.object(FormattedObject(current.request, cells: try current.cells(value), group: group)))
    }

    /// The error of a -View that the type does not have.
    static func viewNotFound(_ name: String) -> ValueError {
        ValueError(
            "The view name \(name) cannot be found.", id: "FormatViewNotFound",
            exception: "System.Management.Automation.PSInvalidOperationException", category: "ObjectNotFound")
    }

    // MARK: Plans

    private func makePlan(_ value: Value) throws -> Plan? {
        if options.properties.isEmpty {
            if let layout = layout(value) { return plan(value, layout) }
            if let name = options.viewName { throw Self.viewNotFound(name) }
        }
        let engine = frame.engine
        var properties: [PropertyExpression] = []
        for property in options.properties { properties += property.expanded(for: value, excluding: options.excluded, engine) }
        properties.removeAll { property in options.excluded.contains { $0.matches(property.displayName(for: value)) } }
        if options.properties.isEmpty {
            let names = displayNames(value)
            properties = try (kind == .wide ? Array(names.prefix(1)) : names).map { try PropertyExpression(.string($0), keys: []) }
        }
        guard !properties.isEmpty else { return nil }
        if kind == .wide { properties = Array(properties.prefix(1)) }
        let columns = properties.map {
            FormatRequest.Column(label: $0.displayName(for: value), width: $0.width, alignment: $0.alignment, format: $0.format)
        }
        let frame = frame
        return Plan(
            typeName: value.typeName, request: request(columns, .character, groupLabel: groupLabel(value)),
            cells: { object in try properties.map { try $0.value(of: object, frame) } }, group: groupReader)
    }

    private func layout(_ value: Value) -> DefaultLayout? {
        switch kind {
        case .table: DefaultLayout.table(for: value, named: options.viewName, in: views)
        case .list: DefaultLayout.list(for: value, named: options.viewName, in: views)
        case .wide: nil
        }
    }

    private func plan(_ value: Value, _ layout: DefaultLayout) -> Plan {
        let grouping = options.groupBy == nil ? layout.grouping : nil
        let group: ((Value) throws -> Value)? = grouping.map { grouping in { grouping.value($0) } } ?? groupReader
        // -AutoSize overrules the widths of the view.
        let columns = layout.columns.map { column in
            var column = column
            if options.isAutoSized { column.width = nil }
            return column
        }
        return Plan(
            typeName: value.typeName, request: request(columns, layout.ellipsis, groupLabel: grouping?.label ?? groupLabel(value)),
            cells: { layout.cells($0) }, group: group)
    }

    private func displayNames(_ value: Value) -> [String] {
        let engine = frame.engine
        if kind == .wide, let name = engine.typeData.defaultDisplayProperty(of: value) { return [name] }
        let names = DefaultLayout.propertyNames(of: value)
        return names.isEmpty ? [] : engine.displayNames(of: value) ?? names
    }

    private func groupLabel(_ value: Value) -> String? { options.groupBy?.displayName(for: value) }

    private var groupReader: ((Value) throws -> Value)? {
        guard let property = options.groupBy else { return nil }
        let frame = frame
        return { try property.value(of: $0, frame) }
    }

    private func request(_ columns: [FormatRequest.Column], _ ellipsis: Ellipsis, groupLabel: String?) -> FormatRequest {
        let shape: FormatRequest.Shape =
            switch kind {
            case .table: .table
            case .list: .list
            case .wide: .wide(columns: options.isAutoSized ? nil : options.wideColumns)
            }
        return FormatRequest(
            shape: shape, columns: columns, isAutoSized: options.isAutoSized, wraps: options.wraps,
            hidesHeaders: options.hidesHeaders, ellipsis: ellipsis, groupLabel: groupLabel)
    }
}

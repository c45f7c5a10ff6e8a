import Values

/// How a run of objects is laid out. A format cmdlet or a view decides it; the formatter carries it out.
public final class FormatRequest: Sendable {
    /// The layout. `custom` and `text` objects bring their own lines, of which only `custom` has blank lines around it.
    public enum Shape: Sendable, Hashable {
        case table, list, custom, text
        /// Several texts a line; nil for as many columns as fit.
        case wide(columns: Int?)
    }

    /// A column of a table, or a line of a list.
    public struct Column: Sendable {
        /// The text of the header or label.
        public var label: String
        /// The width in terminal columns; nil to size the column by its content.
        public var width: Int?
        /// The alignment; nil to decide by the first row's value.
        public var alignment: Alignment?
        /// A .NET format string for the values; nil for none.
        public var format: String?

        /// Makes a column; the parameters are the properties of the same names.
        public init(label: String, width: Int? = nil, alignment: Alignment? = nil, format: String? = nil) {
            self.label = label
            self.width = width
            self.alignment = alignment
            self.format = format
        }
    }

    /// The layout.
    public let shape: Shape
    /// The columns of a table, the lines of a list, or the one text of a wide layout.
    public let columns: [Column]
    /// Whether all rows are awaited and the columns sized by them (-AutoSize).
    public let isAutoSized: Bool
    /// Whether long cells are wrapped instead of cut (-Wrap).
    public let wraps: Bool
    /// Whether the header is left out (-HideTableHeaders).
    public let hidesHeaders: Bool
    /// The mark of a cut text.
    public let ellipsis: Ellipsis
    /// The label that is printed above each group of rows; nil if rows are not grouped.
    public let groupLabel: String?

    /// Makes a request; the parameters are the properties of the same names.
    public init(
        shape: Shape, columns: [Column] = [], isAutoSized: Bool = false, wraps: Bool = false, hidesHeaders: Bool = false,
        ellipsis: Ellipsis = .character, groupLabel: String? = nil
    ) {
        self.shape = shape
        self.columns = columns
        self.isAutoSized = isAutoSized
        self.wraps = wraps
        self.hidesHeaders = hidesHeaders
        self.ellipsis = ellipsis
        self.groupLabel = groupLabel
    }
}

/// An object that Format-Table, Format-List, Format-Wide or Format-Custom has prepared. It holds values, not lines: only the output
/// command knows the width.
public final class FormattedObject: Object {
    /// The layout. Objects of one run share the same request object.
    public let request: FormatRequest
    /// The values of the request's columns; for the custom and text layouts, the lines.
    public let cells: [Value]
    /// The value of the group that the object belongs to; null if the request does not group.
    public let group: Value

    /// Makes a prepared object; the parameters are the properties of the same names.
    public init(_ request: FormatRequest, cells: [Value], group: Value = .null) {
        self.request = request
        self.cells = cells
        self.group = group
        super.init()
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { Self.objectType.name }

    private static let objectType = ObjectType(
        "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData", base: .object)
}

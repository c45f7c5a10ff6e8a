import Values

/// How a run of objects is to be laid out: what Format-Table and its kin decide, or a default view does.
public final class FormatRequest: Sendable {
    public enum Shape: Sendable, Hashable {
        case table, list, custom, text
        /// nil: as many columns as fit.
        case wide(columns: Int?)
    }

    public struct Column: Sendable {
        public var label: String
        public var width: Int?
        public var alignment: Alignment?
        public var format: String?

        public init(label: String, width: Int? = nil, alignment: Alignment? = nil, format: String? = nil) {
            self.label = label
            self.width = width
            self.alignment = alignment
            self.format = format
        }
    }

    public let shape: Shape
    public let columns: [Column]
    /// All rows are awaited, and the columns sized by them.
    public let isAutoSized: Bool
    public let wraps: Bool
    public let hidesHeaders: Bool
    public let ellipsis: Ellipsis
    /// The label of the groups, where rows are grouped.
    public let groupLabel: String?

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

/// One object that Format-Table, Format-List or Format-Wide has prepared. Whatever shows it lays it out: only that knows the width.
public final class FormattedObject: Object {
    public let request: FormatRequest
    /// The values of the request's columns; lines for the custom and text shapes.
    public let cells: [Value]
    /// The value of the group it belongs to, where the request groups.
    public let group: Value

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

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

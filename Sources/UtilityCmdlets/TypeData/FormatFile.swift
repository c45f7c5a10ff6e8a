import CmdletKit
import Formatting
import Interpreter
import Values

/// Reads the views of a format.ps1xml file (about_Format.ps1xml).
struct FormatFile {
    private let file: DisplayXML
    private let code: ViewCode
    /// The types of each SelectionSet, by its name.
    private var selections: [String: [String]] = [:]
    /// The custom controls that views refer to by name.
    private var controls: [String: XMLNode] = [:]

    /// The views of a file's text.
    /// - Throws: `ValueError` TypesXmlUpdateException that names the file, if it is not valid.
    static func views(_ text: String, path: String, _ engine: Engine) throws -> [View] {
        var reader = FormatFile(file: DisplayXML(path), code: ViewCode(engine.link))
        return try reader.read(text)
    }

    private init(file: DisplayXML, code: ViewCode) {
        self.file = file
        self.code = code
    }

    private mutating func read(_ text: String) throws -> [View] {
        let root = try file.root(text, "Configuration")
        for set in root.element("SelectionSets")?.elements("SelectionSet") ?? [] {
            selections[set.text("Name") ?? ""] =
                set.element("Types")?.elements("TypeName").map { $0.innerText.trimmingSpaces() } ?? []
        }
        for control in root.element("Controls")?.elements("Control") ?? [] {
            controls[control.text("Name") ?? ""] = control.element("CustomControl")
        }
        return try (root.element("ViewDefinitions")?.elements("View") ?? []).map { try view($0) }
    }

    private func view(_ node: XMLNode) throws -> View {
        let name = node.text("Name") ?? ""
        let types = typeNames(node.element("ViewSelectedBy"))
        guard !types.isEmpty else { throw file.error("the view '\(name)' names no type in <ViewSelectedBy>") }
        return View(name, for: types, shape: try shape(node, name), grouping: try grouping(node.element("GroupBy")))
    }

    private func typeNames(_ node: XMLNode?) -> [String] {
        (node?.elements() ?? []).flatMap { entry -> [String] in
            let text = entry.innerText.trimmingSpaces()
            return entry.localName == "SelectionSetName" ? selections[text] ?? [] : [text]
        }
    }

    private func grouping(_ node: XMLNode?) throws -> View.Grouping? {
        guard let node, let value = try code.value(node, file) else { return nil }
        return View.Grouping(node.text("Label") ?? node.text("PropertyName") ?? "", value)
    }

    private func shape(_ view: XMLNode, _ name: String) throws -> View.Shape {
        if let table = view.element("TableControl") { return .table(try columns(table, name)) }
        if let list = view.element("ListControl") {
            let entries = list.element("ListEntries")?.elements("ListEntry") ?? []
            guard let entry = entries.first(where: { $0.element("EntrySelectedBy") == nil }) ?? entries.first else {
                throw file.error("the list of the view '\(name)' has no <ListEntry>")
            }
            return .list(try (entry.element("ListItems")?.elements("ListItem") ?? []).map { try item($0) })
        }
        if let wide = view.element("WideControl") {
            guard let item = wide.element("WideEntries")?.element("WideEntry")?.element("WideItem") else {
                throw file.error("the wide control of the view '\(name)' has no <WideItem>")
            }
            return .wide(try self.item(item))
        }
        if let custom = view.element("CustomControl") { return .custom(try CustomControl(custom, controls, code, file).lines) }
        throw file.error(
            "the view '\(name)' has no control: a TableControl, ListControl, WideControl or CustomControl is expected")
    }

    // MARK: Tables and lists

    private func columns(_ table: XMLNode, _ name: String) throws -> [ViewColumn] {
        let headers = table.element("TableHeaders")?.elements("TableColumnHeader") ?? []
        let rows = table.element("TableRowEntries")?.elements("TableRowEntry") ?? []
        guard let row = rows.first(where: { $0.element("EntrySelectedBy") == nil }) ?? rows.first else {
            throw file.error("the table of the view '\(name)' has no <TableRowEntry>")
        }
        let items = row.element("TableColumnItems")?.elements("TableColumnItem") ?? []
        guard headers.isEmpty || headers.count == items.count else {
            throw file.error("the view '\(name)' has \(headers.count) headers and \(items.count) columns")
        }
        return try items.enumerated().map { place, item in
            let header = headers.indices.contains(place) ? headers[place] : nil
            return ViewColumn(
                label: header?.text("Label") ?? item.text("PropertyName") ?? item.text("ScriptBlock") ?? "",
                width: header?.text("Width").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil },
                alignment: alignment(item.text("Alignment") ?? header?.text("Alignment")), format: item.text("FormatString"),
                value: try code.value(item, file) ?? { _ in .null })
        }
    }

    private func item(_ node: XMLNode) throws -> ViewColumn {
        ViewColumn(
            label: node.text("Label") ?? node.text("PropertyName") ?? node.text("ScriptBlock") ?? "", alignment: .left,
            format: node.text("FormatString"), value: try code.value(node, file) ?? { _ in .null })
    }

    /// The alignment of a column; left if the file does not say, since only columns without a declared view are aligned by their
    /// values.
    private func alignment(_ text: String?) -> Alignment {
        switch text?.lowercased() {
        case "right": .right
        case "center": .center
        default: .left
        }
    }
}

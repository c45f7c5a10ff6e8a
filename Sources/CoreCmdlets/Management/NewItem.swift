import CmdletKit
import Engine
import Glibc
import LinuxSystem
import Values

/// New-Item.
struct NewItem: Cmdlet {
    enum ItemType: String, ParameterEnumeration {
        case file = "File"
        case directory = "Directory"
        case symbolicLink = "SymbolicLink"
        static let enumerationName = "Bulkhead.ItemType"
    }
    private var path: [String] = []
    private var name: String?
    private var itemType = ItemType.file
    private var value: Value = .null
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-Item", aliases: ["ni"], synopsis: "Makes a file, a folder or a link.", confirms: true,
        parameters: [
            Parameter("Path", \.path, position: 0, pipeline: .byPropertyName, completer: .paths, help: "Where."),
            Parameter("Name", \.name, help: "The name below Path."),
            Parameter("ItemType", \.itemType, aliases: ["Type"], help: "What to make."),
            Parameter("Value", \.value, aliases: ["Target"], help: "A file's text, or what a link leads to."),
            Parameter("Force", \.force, help: "Replaces a file; makes the folders above."),
        ],
        outputs: ["System.IO.FileInfo", "System.IO.DirectoryInfo"],
        examples: [
            Example(
                "(New-Item /tmp/bulkhead-example -ItemType Directory -Force).Name; Remove-Item /tmp/bulkhead-example", "A folder.",
                output: "bulkhead-example")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let view = try runtime.service(Engine.self).fileSystem
        for path in path.isEmpty ? ["."] : path {
            let host = name.map { PathResolver.join(view.hostPath(path), $0) } ?? view.hostPath(path)
            let shown = view.display(host)
            guard try runtime.shouldProcess(target: "Destination: \(shown)", action: "Create \(itemType.rawValue)") else {
                continue
            }
            do { try make(host, shown, view) } catch let error as SystemError {
                throw ValueError(
                    "Cannot make '\(shown)': \(error.description)", id: "NewItemIOError", exception: "System.IO.IOException",
                    category: "WriteError")
            }
            if let item = FileItem(host, view) { try runtime.write(.object(item)) }
        }
    }

    private func make(_ host: String, _ shown: String, _ view: FileSystemView) throws {
        if view.exists(host), !force.isOn {
            throw ValueError(
                itemType == .directory
                    ? "An item with the specified name \(shown) already exists." : "The file '\(shown)' already exists.",
                id: itemType == .directory ? "DirectoryExist" : "NewItemIOError", exception: "System.IO.IOException",
                category: itemType == .directory ? "ResourceExists" : "WriteError")
        }
        switch itemType {
        case .directory: try Folders.make(host)
        case .file:
            if force.isOn { try Folders.make(Files.split(host).folder) }
            try Files.write(value.isNull ? [] : Array(value.displayText.utf8), to: host, mode: 0o666)
        case .symbolicLink: try Files.symlink(host, to: value.displayText)
        }
    }
}

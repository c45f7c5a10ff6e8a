import Glibc
import Interpreter
import LinuxSystem
import Synchronization
import Values

/// System.IO.FileSystemWatcher, over inotify(7).
final class FileSystemWatcherObject: Object, EventSource {
    let events = EventHub(["Created", "Changed", "Deleted", "Renamed", "Error", "Disposed"])
    private var path: String
    private var filter: String
    private var includesSubfolders = false
    private var notifyFilter = Value.object(EnumObject(notifyFilters, rawValue: 19))
    private var watch: Watch?
    private let engine: EngineLink

    init(path: String, filter: String, _ engine: Engine) {
        self.path = path
        self.filter = filter
        self.engine = engine.link
        super.init()
    }

    deinit { watch?.end() }

    override var type: ObjectType { Self.objectType }

    /// Starts watching (EnableRaisingEvents).
    /// - Throws: `ValueError` where the folder does not exist or cannot be watched.
    private func start() throws {
        guard watch == nil, let engine = engine.engine else { return }
        let folder = engine.fileSystem.hostPath(path)
        guard !path.isEmpty, Files.isDirectory(folder) else { throw Self.invalidPath(path) }
        let made = Watch(self, lock: engine.family.lock)
        do throws(SystemError) {
            let inotify = try Inotify()
            try Watch.add(folder, to: inotify, recursive: includesSubfolders)
            try SystemThread.start { [includesSubfolders] in made.run(inotify, recursive: includesSubfolders) }
        } catch {
            throw ValueError(
                "The folder '\(path)' cannot be watched: \(error.description)", id: "IOException",
                exception: "System.IO.IOException", category: "ResourceUnavailable")
        }
        watch = made
    }

    private func stop() {
        watch?.end()
        watch = nil
    }

    /// Whether NotifyFilter includes a change.
    private func asks(_ change: Inotify.Change) -> Bool {
        let filter = notifyFilter.asObject(EnumObject.self)?.rawValue ?? 19
        if change.has(IN_ATTRIB) { return filter & (4 | 16 | 32 | 64 | 256) != 0 }
        if change.has(IN_MODIFY) { return filter & (8 | 16 | 32 | 256) != 0 }
        return filter & (change.isFolder ? 2 : 1) != 0
    }

    private func raise(_ change: Inotify.Change, was old: Inotify.Change?) {
        guard let engine = engine.engine, watch != nil, asks(change) else { return }
        let root = engine.fileSystem.hostPath(path)
        func relative(_ change: Inotify.Change) -> String {
            let full = change.folder + "/" + change.name
            return full.hasPrefix(root + "/") ? String(full.dropFirst(root.count + 1)) : change.name
        }
        func fits(_ name: String) -> Bool { filter.isEmpty || filter == "*.*" || Wildcard(filter).matches(name) }
        let name = relative(change)
        guard fits(change.name) || old.map({ fits($0.name) }) == true else { return }
        let kind =
            old != nil
            ? "Renamed"
            : change.has(IN_CREATE) || change.has(IN_MOVED_TO)
                ? "Created" : change.has(IN_DELETE) || change.has(IN_MOVED_FROM) ? "Deleted" : "Changed"
        let separator = path.hasSuffix("/") ? "" : "/"
        var notes: [(String, Value)] = [
            ("ChangeType", .object(EnumObject(Self.changeTypes, rawValue: Self.changeTypes.enumeration?.rawValue(of: kind) ?? 0))),
            ("FullPath", .string(path + separator + name)), ("Name", .string(name)),
        ]
        if let old { notes += [("OldFullPath", .string(path + separator + relative(old))), ("OldName", .string(relative(old)))] }
        let types =
            (old == nil ? [] : ["System.IO.RenamedEventArgs"]) + [
                "System.IO.FileSystemEventArgs", "System.EventArgs", "System.Object",
            ]
        events.raise(kind, sender: .object(self), .object(CustomObject(notes, typeNames: types)))
    }

    /// The thread that reads changes from inotify.
    private final class Watch: @unchecked Sendable {
        // Unchecked: the watcher is used under the interpreter lock only.
        private weak var watcher: FileSystemWatcherObject?
        private let lock: InterpreterLock
        private let interrupt = Interrupt()
        private let hasEnded = Mutex(false)

        init(_ watcher: FileSystemWatcherObject, lock: InterpreterLock) {
            self.watcher = watcher
            self.lock = lock
        }

        func end() { hasEnded.withLock { $0 = true } }

        static func add(_ folder: String, to inotify: Inotify, recursive: Bool) throws(SystemError) {
            var waiting = [folder]
            while let next = waiting.popLast() {
                try inotify.add(next)
                guard recursive else { return }
                for name in (try? Folders.names(in: next)) ?? [] {
                    let child = next + "/" + name
                    if Files.isDirectory(child), Files.linkTarget(child) == nil { waiting.append(child) }
                }
            }
        }

        func run(_ inotify: Inotify, recursive: Bool) {
            while !hasEnded.withLock({ $0 }) {
                // A timeout, so that `end` is noticed.
                guard let ready = try? Poll.wait(for: [(inotify.descriptor.raw, .input)], timeout: 0.1), !ready.isEmpty else {
                    continue
                }
                let changes = inotify.read()
                if recursive {
                    for change in changes where change.isFolder && (change.has(IN_CREATE) || change.has(IN_MOVED_TO)) {
                        try? Self.add(change.folder + "/" + change.name, to: inotify, recursive: true)
                    }
                }
                lock.interpret(for: interrupt) { tell(changes) }
            }
        }

        /// Raises the events of the changes. The two changes of a rename inside the watched folders (IN_MOVED_FROM and IN_MOVED_TO
        /// with one cookie) are one event.
        private func tell(_ changes: [Inotify.Change]) {
            guard let watcher, watcher.watch === self else { return end() }
            var left: Inotify.Change?
            for change in changes where change.mask & UInt32(IN_IGNORED) == 0 && !change.name.isEmpty {
                if let old = left {
                    left = nil
                    if change.has(IN_MOVED_TO), change.cookie == old.cookie {
                        watcher.raise(change, was: old)
                        continue
                    }
                    watcher.raise(old, was: nil)
                }
                if change.has(IN_MOVED_FROM) { left = change } else { watcher.raise(change, was: nil) }
            }
            if let left { watcher.raise(left, was: nil) }
        }
    }

    // MARK: Members

    private static func own(_ value: Value) throws -> FileSystemWatcherObject {
        guard let watcher = value.asObject(FileSystemWatcherObject.self) else {
            throw ValueError("This is no FileSystemWatcher.", id: "InvalidOperation")
        }
        return watcher
    }

    private static func invalidPath(_ path: String) -> ValueError {
        ValueError(
            "The directory name '\(path)' does not exist. (Parameter 'path')", id: "ArgumentException",
            exception: "System.ArgumentException", category: "InvalidArgument")
    }

    static let changeTypes = ObjectType.enumeration(
        "System.IO.WatcherChangeTypes",
        Enumeration([("Created", 1), ("Deleted", 2), ("Changed", 4), ("Renamed", 8), ("All", 15)], isFlags: true))
    static let notifyFilters = ObjectType.enumeration(
        "System.IO.NotifyFilters",
        Enumeration(
            [
                ("FileName", 1), ("DirectoryName", 2), ("Attributes", 4), ("Size", 8), ("LastWrite", 16), ("LastAccess", 32),
                ("CreationTime", 64), ("Security", 256),
            ], isFlags: true))

    static let objectType = ObjectType(
        "System.IO.FileSystemWatcher", base: .object, interfaces: ["System.IDisposable"],
        members: [
            .property("Path", "string", set: { try own($0).path = $1.displayText }) { .string(try own($0).path) },
            .property("Filter", "string", set: { try own($0).filter = $1.displayText }) { .string(try own($0).filter) },
            .property("IncludeSubdirectories", "bool", set: { try own($0).includesSubfolders = Conversion.bool($1) }) {
                .bool(try own($0).includesSubfolders)
            },
            .property(
                "NotifyFilter", "System.IO.NotifyFilters",
                set: { try own($0).notifyFilter = try Conversion.convert($1, to: notifyFilters) }
            ) { try own($0).notifyFilter },
            .property(
                "EnableRaisingEvents", "bool",
                set: { value, new in
                    if Conversion.bool(new) { try own(value).start() } else { try own(value).stop() }
                }
            ) { .bool(try own($0).watch != nil) },
            .method("Dispose", returns: "void") { value, _ in
                try own(value).stop()
                return .nothing
            },
        ],
        construct: { arguments in
            let path = arguments.count > 0 ? arguments.string(0) : ""
            let engine = try Engine.caller()
            guard path.isEmpty || Files.isDirectory(engine.fileSystem.hostPath(path)) else { throw invalidPath(path) }
            return .object(
                FileSystemWatcherObject(path: path, filter: arguments.count > 1 ? arguments.string(1) : "*.*", engine))
        })
}

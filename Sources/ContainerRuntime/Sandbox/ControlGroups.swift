import ContainerModel
import Glibc
import LinuxSystem

/// The control groups of a container, `/bulkhead/ID` in every hierarchy. The runtime makes them; they are removed here, which takes a few
/// calls where `runc delete` takes 50 ms.
enum ControlGroups {
    /// Removes the groups, which must have no process any more (a zombie counts until it is reaped).
    static func remove(_ id: ContainerID) {
        let end = monotonicSeconds() + 2
        for folder in folders(id) {
            while !removeGroup(folder), errno == EBUSY, monotonicSeconds() < end { sleepSeconds(0.005) }
        }
    }

    /// Kills all processes in the groups: what is left of a container whose supervisor is gone.
    static func kill(_ id: ContainerID) {
        for folder in folders(id) {
            for pid in processes(in: folder) {
                if let handle = try? ProcessHandle(pid), processes(in: folder).contains(pid) { try? handle.signal(SIGKILL) }
            }
        }
    }

    private static func processes(in folder: String) -> [Int32] {
        ((try? Files.readText(folder + "/cgroup.procs", limit: 1 << 20)) ?? "").split(separator: "\n").compactMap { Int32($0) }
    }

    private static func folders(_ id: ContainerID) -> [String] {
        ((try? MountPoint.all()) ?? []).filter { $0.type == "cgroup" || $0.type == "cgroup2" }.map {
            "\($0.path)/bulkhead/\(id.text)"
        }
        .filter { Files.isDirectory($0) }
    }

    /// rmdir alone removes a control group: its files cannot be unlinked. Groups below it come first.
    private static func removeGroup(_ folder: String) -> Bool {
        if rmdir(folder) == 0 || errno == ENOENT { return true }
        for name in (try? Folders.names(in: folder)) ?? [] where Files.isDirectory("\(folder)/\(name)") {
            rmdir("\(folder)/\(name)")
        }
        return rmdir(folder) == 0 || errno == ENOENT
    }
}

import LinuxSystem

/// The folders that the engine keeps its state in. Both roots and all below them are root's alone (0700).
///
/// | Below the state root | |
/// |---|---|
/// | `containers/ID/` | one container: `container.json`, `exit.json`, `log`, two locks, its own files (`files/` or `writable.ext4`) |
/// | `images/ID/` | one image: `image.json`, `disk.squashfs` |
/// | `layers/DIGEST/` | the unpacked files of a layer |
/// | `network/` | `network.json`: switches and leases |
/// | `executables/BUILD/` | the copies of the executable that containers see |
/// | `staging/` | what is being made or removed; all in it is rubbish once nobody holds `staging.lock` |
///
/// The runtime root has a folder for each container that runs or has not been cleaned up after.
public struct StateRoot: Sendable, Hashable {
    /// The state root of a machine whose user names none.
    public static let defaultPath = "/var/lib/bulkhead"

    /// The state root, an absolute path.
    public let path: String
    /// The runtime root, an absolute path.
    public let runtimePath: String

    /// - Parameters:
    ///   - path: a relative one counts from the working folder.
    ///   - runtimePath: nil is /run/bulkhead for the default state root, and for another one a folder beside that, named after it.
    public init(path: String = StateRoot.defaultPath, runtimePath: String? = nil) {
        let absolute = Self.absolute(path)
        self.path = absolute
        if let runtimePath {
            self.runtimePath = Self.absolute(runtimePath)
        } else if absolute == Self.defaultPath {
            self.runtimePath = "/run/bulkhead"
        } else {
            self.runtimePath = "/run/bulkhead-\(Self.hexadecimal(Self.hash(absolute), digits: 12))"
        }
    }

    /// A folder for each container.
    package var containers: String { path + "/containers" }
    /// A folder for each image.
    package var images: String { path + "/images" }
    /// The unpacked files of layers, by their digests.
    package var layers: String { path + "/layers" }
    /// The switches' document and its lock.
    package var network: String { path + "/network" }
    /// Copies of Bulkhead's executable, by build.
    package var executables: String { path + "/executables" }
    /// What is being made or removed.
    package var staging: String { path + "/staging" }
    /// The lock file that every user of `staging` holds shared.
    package var stagingLock: String { path + "/staging.lock" }

    /// A container's folder.
    package func container(_ id: ContainerID) -> String { "\(containers)/\(id.text)" }
    /// The folder of a container that runs or has not been cleaned up after.
    package func runtime(_ id: ContainerID) -> String { "\(runtimePath)/\(id.text)" }

    /// A number that is the same for one path on every machine and in every run (FNV-1a).
    package static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// The last digits of a number, in lower case, zeros in front.
    package static func hexadecimal(_ number: UInt64, digits: Int) -> String {
        let text = String(number, radix: 16)
        return String((String(repeating: "0", count: max(0, digits - text.count)) + text).suffix(digits))
    }

    /// The path without `.`, `..`, doubled slashes and a slash at its end. Symbolic links are not resolved.
    private static func absolute(_ path: String) -> String {
        var text = path
        if !text.hasPrefix("/") {
            let here = Files.linkTarget("/proc/self/cwd") ?? "/"
            text = here + "/" + text
        }
        var parts: [Substring] = []
        for part in text.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// Makes the state's folders where they are missing.
    /// - Throws: `NotPrivileged` with what to do where this user may not; `StateUnavailable`.
    package func prepare() throws(ContainerError) {
        do throws(SystemError) {
            for folder in [path, containers, images, layers, network, executables, staging, runtimePath] {
                if Files.isDirectory(folder) { continue }
                try Folders.make(folder, mode: 0o700)
            }
        } catch {
            throw .state(error, "The state root '\(path)' cannot be made.")
        }
    }
}

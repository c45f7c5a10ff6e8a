import ContainerModel
import FoundationEssentials

/// The container's OCI configuration as the guest's runtime gets it: the host's own bundle, with what names the host's files, namespaces
/// and control groups changed to the guest's.
struct GuestBundle {
    private var document: JSONValue

    /// - Parameter executableFolder: the host's folder whose mount becomes one of the guest's own copy.
    init(config: [UInt8], executableFolder: String) throws(ContainerError) {
        do {
            document = try JSONDecoder().decode(JSONValue.self, from: Data(config))
        } catch {
            throw ContainerError(.utilityVMAgent, "The container's configuration (config.json) cannot be read.", cause: "\(error)")
        }
        document["root"] = .object(["path": .string("/run/bundle/rootfs"), "readonly": .bool(false)])
        document["hooks"] = .null
        document["process"]["terminal"] = .bool(false)
        try rewriteMounts(executableFolder)
        rewriteNamespaces()
        document["linux"]["cgroupsPath"] = .string("/container")
        document["linux"]["resources"] = Self.resources
    }

    /// `config.json` for the guest.
    var text: String {
        get throws(ContainerError) {
            do {
                return String(decoding: try JSONEncoder().encode(document), as: UTF8.self)
            } catch {
                throw ContainerError(.utilityVMAgent, "The container's configuration cannot be written.", cause: "\(error)")
            }
        }
    }

    private mutating func rewriteMounts(_ executableFolder: String) throws(ContainerError) {
        var mounts: [JSONValue] = []
        var hasControlGroups = false
        for var mount in document["mounts"].elements {
            if mount["type"].text == "cgroup" { hasControlGroups = true }
            let options = mount["options"].elements.compactMap(\.text)
            if mount["type"].text == "bind" || options.contains("bind") || options.contains("rbind") {
                guard mount["source"].text == executableFolder else {
                    throw ContainerError(
                        "SharedFolderNotSupported",
                        "The folder '\(mount["source"].text ?? "")' cannot be mounted in a container of RuntimeType HyperV.",
                        remedy: "Use RuntimeType Default for containers with folders of the host.")
                }
                mount["source"] = .string(InitialFileSystem.endpointFolder)
            }
            mounts.append(mount)
        }
        if !hasControlGroups {
            mounts.append(
                .object([
                    "destination": .string("/sys/fs/cgroup"), "type": .string("cgroup"), "source": .string("cgroup"),
                    "options": .array(["nosuid", "noexec", "nodev", "relatime", "ro"].map(JSONValue.string)),
                ]))
        }
        document["mounts"] = .array(mounts)
    }

    /// No network namespace: the machine has nothing else from which the container's network would have to be kept apart.
    private mutating func rewriteNamespaces() {
        document["linux"]["namespaces"] = .array(
            document["linux"]["namespaces"].elements.compactMap { namespace in
                guard let type = namespace["type"].text, type != "network" else { return nil }
                return .object(["type": .string(type)])
            })
    }

    /// The machine's size is the memory's limit. Devices: the standard ones, so that root in the container does not reach the disks
    /// beneath its own file system.
    private static let resources: JSONValue = {
        func rule(_ allow: Bool, _ type: String?, _ major: Int64?, _ minor: Int64?, _ access: String) -> JSONValue {
            var fields: [String: JSONValue] = ["allow": .bool(allow), "access": .string(access)]
            fields["type"] = type.map(JSONValue.string)
            fields["major"] = major.map(JSONValue.integer)
            fields["minor"] = minor.map(JSONValue.integer)
            return .object(fields)
        }
        let standard: [(Int64, Int64?)] = [(1, 3), (1, 5), (1, 7), (1, 8), (1, 9), (5, 0), (5, 2), (136, nil)]
        return .object([
            "devices": .array(
                [rule(false, nil, nil, nil, "rwm"), rule(true, "c", nil, nil, "m"), rule(true, "b", nil, nil, "m")]
                    + standard.map { rule(true, "c", $0.0, $0.1, "rwm") }),
            "pids": .object(["limit": .integer(4096)]),
        ])
    }()
}

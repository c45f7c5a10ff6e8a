/// Users and groups from files in passwd(5) and group(5) format.
///
/// The files are read directly: a static executable cannot load the name services that getpwnam asks.
package struct Accounts: Sendable {
    package struct User: Sendable, Hashable {
        package var name: String
        package var id: UInt32
        package var group: UInt32
        package var home: String
        package var shell: String
    }

    package struct Group: Sendable, Hashable {
        package var name: String
        package var id: UInt32
        package var members: [String]
    }

    package var users: [User]
    package var groups: [Group]

    /// Reads both files; one that is missing or too large (1 MiB) counts as empty.
    package init(passwd: String = "/etc/passwd", group: String = "/etc/group") {
        self.init(
            passwdText: (try? Files.readText(passwd, limit: 1 << 20)) ?? "",
            groupText: (try? Files.readText(group, limit: 1 << 20)) ?? "")
    }

    package init(passwdText: String, groupText: String) {
        users = passwdText.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            guard fields.count >= 7, !fields[0].isEmpty, let id = UInt32(fields[2]), let group = UInt32(fields[3]) else {
                return nil
            }
            return User(name: String(fields[0]), id: id, group: group, home: String(fields[5]), shell: String(fields[6]))
        }
        groups = groupText.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            guard fields.count >= 4, !fields[0].isEmpty, let id = UInt32(fields[2]) else { return nil }
            return Group(name: String(fields[0]), id: id, members: fields[3].split(separator: ",").map(String.init))
        }
    }

    package func user(_ id: UInt32) -> User? { users.first { $0.id == id } }
    package func user(named name: String) -> User? { users.first { $0.name == name } }
    package func group(_ id: UInt32) -> Group? { groups.first { $0.id == id } }

    /// The groups a user is in beside the one of its entry, ascending.
    package func supplementaryGroups(of name: String) -> [UInt32] {
        groups.filter { $0.members.contains(name) }.map(\.id).sorted()
    }
}

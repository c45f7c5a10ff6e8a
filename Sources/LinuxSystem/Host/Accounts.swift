/// Users and groups from files in the formats of passwd(5) and group(5).
///
/// Not getpwnam(3): it loads name service modules, which a static executable cannot.
package struct Accounts: Sendable {
    /// A line of passwd(5).
    package struct User: Sendable, Hashable {
        /// The login name.
        package var name: String
        /// The user id.
        package var id: UInt32
        /// The id of the user's primary group.
        package var group: UInt32
        /// The home folder.
        package var home: String
        /// The login shell.
        package var shell: String
    }

    /// A line of group(5).
    package struct Group: Sendable, Hashable {
        /// The group's name.
        package var name: String
        /// The group id.
        package var id: UInt32
        /// The names of the members, without those whose primary group it is.
        package var members: [String]
    }

    /// The users, in the order of the file.
    package var users: [User]
    /// The groups, in the order of the file.
    package var groups: [Group]

    /// Reads both files. A file that is missing, unreadable or larger than 1 MiB counts as empty.
    package init(passwd: String = "/etc/passwd", group: String = "/etc/group") {
        self.init(
            passwdText: (try? Files.readText(passwd, limit: 1 << 20)) ?? "",
            groupText: (try? Files.readText(group, limit: 1 << 20)) ?? "")
    }

    /// Parses the texts of both files; malformed lines are skipped.
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

    /// The first user with an id.
    package func user(_ id: UInt32) -> User? { users.first { $0.id == id } }
    /// The first user with a name.
    package func user(named name: String) -> User? { users.first { $0.name == name } }
    /// The first group with an id.
    package func group(_ id: UInt32) -> Group? { groups.first { $0.id == id } }

    /// The ids of the groups that list the user as a member, ascending; the primary group is not added.
    package func supplementaryGroups(of name: String) -> [UInt32] {
        groups.filter { $0.members.contains(name) }.map(\.id).sorted()
    }
}

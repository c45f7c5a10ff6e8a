/// Finds containers by what a user types; the rules are the same on every host.
package enum ContainerLookup {
    /// The one container with a name, compared without regard to case.
    /// - Throws: `ContainerNotFound`, `ContainerNameAmbiguous`.
    package static func one(named name: String, in containers: [Container]) throws(ContainerError) -> Container {
        let wanted = name.lowercased()
        let found = containers.filter { $0.name.lowercased() == wanted }
        guard let first = found.first else { throw .containerNotFound(name: name, all: containers) }
        guard found.count == 1 else { throw .nameAmbiguous(name, found) }
        return first
    }

    /// The one container whose id begins with a prefix.
    /// - Throws: `ContainerNotFound`, `ContainerIdAmbiguous`.
    package static func one(idPrefix prefix: String, in containers: [Container]) throws(ContainerError) -> Container {
        let found = containers.filter { $0.id.matches(prefix: prefix) }
        guard let first = found.first else { throw .containerNotFound(id: prefix) }
        guard found.count == 1 else { throw .idAmbiguous(prefix, found) }
        return first
    }
}

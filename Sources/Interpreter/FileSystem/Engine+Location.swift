import Values

extension Engine {
    /// Goes to another folder, or to a drive of another provider, and notes where it came from.
    /// - Returns: false where there is no such folder.
    /// - Throws: where the path names a drive that there is not.
    public func setLocation(_ path: String) throws -> Bool {
        let before = fileSystem.location
        switch try itemPath(path) {
        case .file: guard fileSystem.setLocation(path) else { return false }
        case .entry(let provider, ""): fileSystem.setLocation(onDrive: provider.drive.name + ":/")
        case .entry: return false
        }
        if fileSystem.location != before { previousLocations.append(before) }
        nextLocations = []
        noteLocation()
        return true
    }

    /// Back to the location before the last change; false where there was none.
    public func goBack() throws -> Bool {
        let (previous, next, here) = (previousLocations, nextLocations, fileSystem.location)
        guard let target = previous.last, try setLocation(target) else { return false }
        previousLocations = previous.dropLast()
        nextLocations = next + [here]
        return true
    }

    /// Forward again to the location that `goBack` left; false where there is none.
    public func goForward() throws -> Bool {
        let (previous, next, here) = (previousLocations, nextLocations, fileSystem.location)
        guard let target = next.last, try setLocation(target) else { return false }
        previousLocations = previous + [here]
        nextLocations = next.dropLast()
        return true
    }

    /// Keeps `$PWD` true.
    public func noteLocation() { global.assign("PWD", PathInfo.make(fileSystem.location, self)) }
}

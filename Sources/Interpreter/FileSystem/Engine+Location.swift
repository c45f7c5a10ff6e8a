import Values

extension Engine {
    /// Sets the current location to a folder or another provider's drive, and remembers the one before it (Set-Location).
    /// - Returns: false where there is no such folder or container.
    /// - Throws: `ValueError` where the path names an unknown drive or provider.
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

    /// `Set-Location -`: returns to the location before the last change.
    /// - Returns: false where there is none.
    /// - Throws: as `setLocation` does.
    public func goBack() throws -> Bool {
        let (previous, next, here) = (previousLocations, nextLocations, fileSystem.location)
        guard let target = previous.last, try setLocation(target) else { return false }
        previousLocations = previous.dropLast()
        nextLocations = next + [here]
        return true
    }

    /// `Set-Location +`: returns to the location that `goBack` left.
    /// - Returns: false where there is none.
    /// - Throws: as `setLocation` does.
    public func goForward() throws -> Bool {
        let (previous, next, here) = (previousLocations, nextLocations, fileSystem.location)
        guard let target = next.last, try setLocation(target) else { return false }
        previousLocations = previous + [here]
        nextLocations = next.dropLast()
        return true
    }

    /// Updates `$PWD` after a change of the location.
    public func noteLocation() { global.assign("PWD", PathInfo.make(fileSystem.location, self)) }
}

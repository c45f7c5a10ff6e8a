import Values

extension Engine {
    /// Goes to another folder and notes where it came from.
    /// - Returns: false where there is no such folder.
    public func setLocation(_ path: String) -> Bool {
        let before = fileSystem.location
        guard fileSystem.setLocation(path) else { return false }
        if fileSystem.location != before { previousLocation = before }
        noteLocation()
        return true
    }

    /// Back to the folder before the last change; false where there was none.
    public func goBack() -> Bool { previousLocation.map { setLocation($0) } ?? false }

    /// Keeps `$PWD` true.
    public func noteLocation() { global.assign("PWD", PathInfo.make(fileSystem.location)) }
}

/// The environment of a container's processes.
extension ContainerRecord {
    /// The image's and the container's variables, then the process's own, a later one replacing an earlier.
    package func environment(for process: ProcessSpecification, image: ImageRecord?) -> [String] {
        // HOME, which `cd` and shells want. A user's own home stands in /etc/passwd, which the container can write: nothing here reads it.
        var pairs = ["HOME=\(process.userID == 0 ? "/root" : "/")"] + (image?.environment ?? []) + ["HOSTNAME=\(computerName)"]
        if process.terminal { pairs.append("TERM=xterm") }
        var result: [String] = []
        var positions: [Substring: Int] = [:]
        for pair in pairs + environment + process.environment {
            let name = pair.prefix { $0 != "=" }
            if let position = positions[name] {
                result[position] = pair
            } else {
                positions[name] = result.count
                result.append(pair)
            }
        }
        return result
    }

    /// What its main process executes; nil where it has none.
    package func mainProcessSpecification(image: ImageRecord) -> ProcessSpecification? {
        guard let mainProcess else { return nil }
        var specification = ProcessSpecification(
            arguments: command, workingDirectory: mainProcess.workingDirectory ?? image.workingDirectory,
            userID: mainProcess.userID,
            groupID: mainProcess.groupID, terminal: mainProcess.terminal)
        if !specification.workingDirectory.hasPrefix("/") { specification.workingDirectory = "/" }
        specification.environment = environment(for: specification, image: image)
        return specification
    }
}

import ContainerRuntime

extension Supervisor {
    /// Runs the role `-Supervisor`: a program that is the executable of a `LinuxContainerHost` calls this where its first argument is
    /// `Supervisor.role`.
    ///
    /// - Parameter arguments: those that follow the role's name, as `LinuxContainerHost` gives them.
    /// - Returns: the process's exit code; 0 where the container ran, 1 where it did not start, 64 where the arguments are no
    ///   supervisor's.
    public static func main(arguments: [String]) -> Int32 {
        run(arguments: arguments) { ended in
            let host = LinuxContainerHost(
                .init(root: ended.root, executable: "/proc/self/exe", networkNamespace: ended.networkNamespace))
            // A container that cannot be removed, or was started again meanwhile, stays, and Get-Container lists it.
            try? host.removeContainer(ended.id, force: false)
        }
    }
}

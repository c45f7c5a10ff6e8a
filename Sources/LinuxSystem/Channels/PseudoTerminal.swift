import CLinux
import Glibc

/// A pseudo-terminal (pty(7)): the controller end, on which output is read and keys are written, and the peer end, which programs
/// use as their terminal.
package struct PseudoTerminal: Sendable {
    /// The controller end.
    package let controller: Descriptor
    /// The peer end. Keep it open no longer than needed: the controller reads end of file once every copy is closed.
    package let peer: Descriptor

    /// Opens a pseudo-terminal of the given size.
    /// - Throws: the error of /dev/ptmx or of an ioctl.
    package init(columns: UInt16 = 80, rows: UInt16 = 24) throws(SystemError) {
        var controller: Int32 = -1
        var peer: Int32 = -1
        guard clinux_open_pty(&controller, &peer) == 0 else { throw .last("open a pseudo-terminal") }
        self.controller = Descriptor(controller)
        self.peer = Descriptor(peer)
        try WindowSize(columns: columns, rows: rows).set(on: controller)
    }
}

/// A terminal's size in characters.
package struct WindowSize: Sendable, Hashable {
    /// The number of columns.
    package var columns: UInt16
    /// The number of rows.
    package var rows: UInt16

    /// Makes a size.
    package init(columns: UInt16, rows: UInt16) {
        self.columns = columns
        self.rows = rows
    }

    /// The size of a terminal; nil if the descriptor is no terminal, or one that does not know its size (0 columns).
    package init?(of terminal: Int32) {
        var columns: UInt16 = 0
        var rows: UInt16 = 0
        guard clinux_get_window(terminal, &columns, &rows) == 0, columns > 0 else { return nil }
        self.init(columns: columns, rows: rows)
    }

    /// Sets the terminal's size. Its foreground process group gets SIGWINCH if the size changes.
    /// - Throws: `ENOTTY` if the descriptor is no terminal.
    package func set(on terminal: Int32) throws(SystemError) {
        guard clinux_set_window(terminal, columns, rows) == 0 else { throw .last("set the terminal's size") }
    }
}

/// A terminal's modes (termios(3)), kept so that they can be restored.
package struct TerminalModes: Sendable {
    private nonisolated(unsafe) var modes: termios

    /// The terminal's current modes; nil if the descriptor is no terminal.
    package init?(of terminal: Int32) {
        var modes = termios()
        guard tcgetattr(terminal, &modes) == 0 else { return nil }
        self.modes = modes
    }

    /// Sets the terminal to these modes, after its pending output. Failures are ignored.
    package func restore(on terminal: Int32) {
        var copy = modes
        while tcsetattr(terminal, TCSADRAIN, &copy) != 0, errno == EINTR {}
    }

    /// Sets the terminal to these modes without echo, to read a secret. Failures are ignored.
    package func setQuiet(on terminal: Int32) {
        var copy = modes
        copy.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(terminal, TCSADRAIN, &copy)
    }

    /// Sets the terminal to these modes made raw (cfmakeraw(3)): every byte passes unchanged.
    /// - Throws: tcsetattr(3)'s error.
    package func setRaw(on terminal: Int32) throws(SystemError) {
        var copy = modes
        cfmakeraw(&copy)
        guard tcsetattr(terminal, TCSADRAIN, &copy) == 0 else { throw .last("set the terminal's mode") }
    }
}

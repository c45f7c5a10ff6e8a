import CLinux
import Glibc

/// A pseudo-terminal's two ends: the controller, which reads what programs print, and the peer, which they run on.
package struct PseudoTerminal: Sendable {
    package let controller: Descriptor
    package let peer: Descriptor

    /// Opens a new one of the host's.
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
    package var columns: UInt16
    package var rows: UInt16

    package init(columns: UInt16, rows: UInt16) {
        self.columns = columns
        self.rows = rows
    }

    /// Nil where the descriptor is no terminal, or one that says nothing (0 by 0).
    package init?(of terminal: Int32) {
        var columns: UInt16 = 0
        var rows: UInt16 = 0
        guard clinux_get_window(terminal, &columns, &rows) == 0, columns > 0 else { return nil }
        self.init(columns: columns, rows: rows)
    }

    /// Sets it; the programs on the terminal get SIGWINCH.
    package func set(on terminal: Int32) throws(SystemError) {
        guard clinux_set_window(terminal, columns, rows) == 0 else { throw .last("set the terminal's size") }
    }
}

/// A terminal's modes (termios), to be put back later.
package struct TerminalModes: Sendable {
    private nonisolated(unsafe) var modes: termios

    /// Nil where the descriptor is no terminal.
    package init?(of terminal: Int32) {
        var modes = termios()
        guard tcgetattr(terminal, &modes) == 0 else { return nil }
        self.modes = modes
    }

    /// Puts these modes back.
    package func restore(on terminal: Int32) {
        var copy = modes
        while tcsetattr(terminal, TCSADRAIN, &copy) != 0, errno == EINTR {}
    }

    /// The same modes without echo, for a secret.
    package func setQuiet(on terminal: Int32) {
        var copy = modes
        copy.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(terminal, TCSADRAIN, &copy)
    }

    /// Passes every byte through unchanged (cfmakeraw).
    package func setRaw(on terminal: Int32) throws(SystemError) {
        var copy = modes
        cfmakeraw(&copy)
        guard tcsetattr(terminal, TCSADRAIN, &copy) == 0 else { throw .last("set the terminal's mode") }
    }
}

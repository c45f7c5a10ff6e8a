import Values

/// The exceptions of System.IO without members of their own.
@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(exception: "System.IO.IOException", "System.SystemException", message: "I/O error occurred.")
    $0.add(
        exception: "System.IO.DirectoryNotFoundException", "System.IO.IOException",
        message: "Attempted to access a path that is not on the disk.")
    $0.add(
        exception: "System.IO.EndOfStreamException", "System.IO.IOException",
        message: "Attempted to read past the end of the stream.")
    $0.add(exception: "System.IO.FileNotFoundException", "System.IO.IOException", message: "Unable to find the specified file.")
    $0.add(exception: "System.IO.PathTooLongException", "System.IO.IOException")
    $0.add(exception: "System.IO.InvalidDataException", "System.SystemException", message: "Found invalid data while decoding.")
    $0.add(exception: "System.IO.FileLoadException", "System.IO.IOException")
}

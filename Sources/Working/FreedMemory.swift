import CProcess

/// Has freed memory given back to the system. Called first of all, before threads are started.
///
/// By itself the C library keeps what one large letter took, in a heap for each thread: a night over 965 originals held
/// 184 MiB at its peak without this, 123 with it.
public func returnFreedMemory() { letterbook_return_freed_memory() }

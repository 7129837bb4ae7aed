import Correspondence

/// How far a page lies turned, clockwise.
enum PageTurn: CaseIterable, Sendable {
    /// As it is read; a quarter to the right; upside down; a quarter to the left.
    case none, right, over, left

    /// For a finding: what a person sees who opens the original.
    var told: String {
        switch self {
        case .none: ""
        case .right: " lying on its right side"
        case .over: " lying upside down"
        case .left: " lying on its left side"
        }
    }

    /// A box of the turned page where it stands on the page as it is read.
    ///
    /// - Parameters:
    ///   - width: of the page as it is read.
    ///   - height: of the page as it is read.
    func upright(_ box: Box, width: Double, height: Double) -> Box {
        switch self {
        case .none: box
        case .over:
            Box(
                left: width - box.right, top: height - box.bottom, right: width - box.left,
                bottom: height - box.top)
        case .right: Box(left: box.top, top: height - box.right, right: box.bottom, bottom: height - box.left)
        case .left: Box(left: width - box.bottom, top: box.left, right: width - box.top, bottom: box.right)
        }
    }
}

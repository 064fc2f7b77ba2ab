package dev.licet;

final class Explanation {
    Explanation(Decision d, int w) {}

    String text() {
        return "";
    }
}

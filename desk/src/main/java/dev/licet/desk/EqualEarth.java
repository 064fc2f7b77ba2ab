package dev.licet.desk;

/**
 * The Equal Earth projection of the sphere: areas keep their sizes, so that no country looks larger than it is.
 *
 * <p>B. Šavrič, T. Patterson, B. Jenny: The Equal Earth map projection, International Journal of Geographical Information Science 33
 * (2019); EPSG method 1078.
 */
final class EqualEarth {
    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;

    private EqualEarth() {}

    /**
     * Projects a point.
     *
     * @param longitude in degrees; beyond 180 the map goes on
     * @param latitude in degrees
     * @return x to the east and y to the north, for a sphere of the radius 1
     */
    static Point project(double longitude, double latitude) {
        double theta = Math.asin(Math.sqrt(3) / 2 * Math.sin(Math.toRadians(latitude)));
        double square = theta * theta;
        double sixth = square * square * square;
        double x = 2
                * Math.toRadians(longitude)
                * Math.cos(theta)
                / (Math.sqrt(3) * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)));
        double y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
        return new Point(x, y);
    }

    /** A point of the plane. */
    record Point(double x, double y) {
        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }
}

#pragma once

class Tank {
 public:
  Tank(int width, int height);
};

Tank made(int width, int height);
inline Tank kept(int width, int height = 2) { return Tank(width, height); }

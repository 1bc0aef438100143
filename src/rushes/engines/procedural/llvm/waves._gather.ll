; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 4c1c6ea13b592bd179bf8f90f716edd0
; entry waves._gather.0(float32:1:C, float32:1:C, float32, float32, float32, float32, float32:1:C) -> none
define void @waves._gather.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 24
  %4 = load ptr, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 48
  %6 = load double, ptr %5, align 8
  %7 = fptrunc double %6 to float
  %8 = getelementptr i8, ptr %0, i64 56
  %9 = load double, ptr %8, align 8
  %10 = fptrunc double %9 to float
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load double, ptr %11, align 8
  %13 = fptrunc double %12 to float
  %14 = getelementptr i8, ptr %0, i64 72
  %15 = load double, ptr %14, align 8
  %16 = fptrunc double %15 to float
  %17 = getelementptr i8, ptr %0, i64 80
  %18 = load ptr, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 88
  %20 = load i64, ptr %19, align 8
  %21 = icmp slt i64 %20, 1
  br i1 %21, label %48, label %22
22:
  %23 = phi i64 [ %24, %22 ], [ 0, %1 ]
  %24 = add nuw nsw i64 %23, 1
  %25 = getelementptr float, ptr %2, i64 %23
  %26 = load float, ptr %25, align 4
  %27 = getelementptr float, ptr %4, i64 %23
  %28 = load float, ptr %27, align 4
  %29 = fsub float %28, %26
  %30 = fmul float %29, %7
  %31 = fadd float %26, %30
  %32 = fsub float %10, %31
  %33 = fmul float %32, %13
  %34 = fcmp olt float %33, 0.000000e+00
  %35 = select i1 %34, float 0.000000e+00, float %33
  %36 = fcmp ogt float %35, 1.000000e+00
  %37 = select i1 %36, float 1.000000e+00, float %35
  %38 = getelementptr float, ptr %18, i64 %23
  %39 = load float, ptr %38, align 4
  %40 = fmul float %37, %16
  %41 = fmul float %37, %40
  %42 = fmul float %37, 2.000000e+00
  %43 = fsub float 3.000000e+00, %42
  %44 = fmul float %41, %43
  %45 = fsub float 1.000000e+00, %44
  %46 = fmul float %39, %45
  store float %46, ptr %38, align 4
  %47 = icmp eq i64 %20, %24
  br i1 %47, label %48, label %22
48:
  ret void
}

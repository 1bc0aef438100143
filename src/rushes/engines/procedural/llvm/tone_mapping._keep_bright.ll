; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source d894a33ae60d35b91f58e320c445edb9
; entry tone_mapping._keep_bright.0(float32:3:C, float64) -> none
define void @tone_mapping._keep_bright.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load i64, ptr %7, align 8
  %9 = icmp slt i64 %4, 1
  br i1 %9, label %60, label %10
10:
  %11 = getelementptr i8, ptr %0, i64 56
  %12 = load double, ptr %11, align 8
  %13 = icmp slt i64 %6, 1
  %14 = mul i64 %8, %6
  %15 = fmul double %12, 5.000000e-01
  %16 = fmul double %12, %12
  br label %22
17:
  %18 = icmp eq i64 %24, %4
  br i1 %18, label %60, label %22
19:
  %20 = add nuw nsw i64 %29, 1
  %21 = icmp eq i64 %6, %20
  br i1 %21, label %17, label %28
22:
  %23 = phi i64 [ 0, %10 ], [ %24, %17 ]
  %24 = add nuw nsw i64 %23, 1
  br i1 %13, label %17, label %25
25:
  %26 = mul i64 %14, %23
  %27 = getelementptr float, ptr %2, i64 %26
  br label %28
28:
  %29 = phi i64 [ 0, %25 ], [ %20, %19 ]
  %30 = mul i64 %29, %8
  %31 = getelementptr float, ptr %27, i64 %30
  %32 = load float, ptr %31, align 4
  %33 = getelementptr i8, ptr %31, i64 4
  %34 = load float, ptr %33, align 4
  %35 = getelementptr i8, ptr %31, i64 8
  %36 = load float, ptr %35, align 4
  %37 = fcmp ogt float %34, %32
  %38 = select i1 %37, float %34, float %32
  %39 = fcmp ogt float %36, %38
  %40 = select i1 %39, float %36, float %38
  %41 = fpext float %40 to double
  %42 = fsub double %41, %15
  %43 = fcmp olt double %42, 0.000000e+00
  %44 = select i1 %43, double 0.000000e+00, double %42
  %45 = fmul double %44, %44
  %46 = fadd double %16, %45
  %47 = fdiv double %45, %46
  %48 = fmul double %41, 4.000000e-02
  %49 = fadd double %48, 1.000000e+00
  %50 = fdiv double %47, %49
  br label %51
51:
  %52 = phi i64 [ 0, %28 ], [ %53, %51 ]
  %53 = add nuw nsw i64 %52, 1
  %54 = getelementptr float, ptr %31, i64 %52
  %55 = load float, ptr %54, align 4
  %56 = fpext float %55 to double
  %57 = fmul double %50, %56
  %58 = fptrunc double %57 to float
  store float %58, ptr %54, align 4
  %59 = icmp eq i64 %53, 3
  br i1 %59, label %19, label %51
60:
  ret void
}
